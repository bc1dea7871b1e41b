package io.mapleak.simulator.workload;

import io.mapleak.simulator.Models;
import java.math.BigDecimal;

/** Writes a workload as text that {@link WorkloadParser} reads back to the same. */
public final class WorkloadWriter {
  private final StringBuilder text = new StringBuilder();

  private WorkloadWriter() {}

  /** The text, ended by a line end. */
  public static String write(Workload workload) {
    WorkloadWriter writer = new WorkloadWriter();
    writer.header(workload);
    workload.phases().forEach(writer::phase);
    return writer.text.toString();
  }

  private void header(Workload workload) {
    if (!workload.name().isEmpty()) {
      line("name", oneLine(workload.name()));
    }
    workload.types().forEach(type -> line("type", type));
    line("key", workload.type().key().name());
    if (workload.keyObject().exists()) {
      line("key-object", workload.keyObject().text());
    }
    line("elem", workload.type().elem().name());
    if (workload.elemObject().exists()) {
      line("elem-object", workload.elemObject().text());
    }
    if (workload.hint() != Models.NO_HINT) {
      line("hint", Long.toString(workload.hint()));
    }
    if (workload.maps() > 1) {
      line("maps", Integer.toString(workload.maps()));
    }
    if (workload.go() != null) {
      line("go", workload.go().toString());
    }
    if (workload.start() != null) {
      line("start", workload.start());
    }
    for (Event event : workload.events()) {
      line(word(event), event(event));
    }
  }

  /** A name may come from a symbol: in one line, and not taken for a comment. */
  private static String oneLine(String name) {
    return name.replaceAll("[\\p{Cntrl}\\s]+", " ").replaceAll("(^| )#", "$1no.").strip();
  }

  private void line(String word, String value) {
    text.append(word).append(" ".repeat(12 - word.length())).append(value).append('\n');
  }

  private void phase(Phase phase) {
    text.append("\nphase ").append(phase.name());
    text.append(" for ").append(Durations.of(phase.nanos())).append('\n');
    for (Stream stream : phase.streams()) {
      body(stream.kind().word(), stream(stream));
    }
    if (phase.lifetime().kind() != Lifetime.Kind.FOREVER) {
      body("lifetime", lifetime(phase.lifetime()));
    }
    for (Event event : phase.events()) {
      body(word(event), event(event));
    }
  }

  private void body(String word, String value) {
    text.append("  ").append(word).append(" ".repeat(9 - word.length())).append(value).append('\n');
  }

  private static String stream(Stream stream) {
    String miss = stream.miss() > 0 ? " miss " + percent(stream.miss()) : "";
    return number(stream.rate().count())
        + stream.rate().per().suffix()
        + choice(stream.keys(), stream.kind().defaultKeys())
        + miss;
  }

  private static String choice(KeyChoice keys, KeyChoice usual) {
    String kind =
        switch (keys.kind()) {
          case SEQUENTIAL, NEWEST, UNIFORM -> keys.equals(usual) ? "" : " " + keys.kind().word();
          case ZIPF -> " zipf " + number(keys.first());
          case HOT -> " hot " + percent(keys.first()) + " " + percent(keys.second());
        };
    return kind + (keys.hasSpace() ? " of " + keys.space() : "");
  }

  private static String lifetime(Lifetime lifetime) {
    String first = Durations.of(lifetime.first());
    return switch (lifetime.kind()) {
      case FOREVER -> "none";
      case FIXED -> first;
      case IDLE -> "idle " + first;
      case EXPONENTIAL -> "mean " + first;
      case UNIFORM -> first + " to " + Durations.of(lifetime.second());
    };
  }

  private static String word(Event event) {
    return event.repeated() ? "every" : "at";
  }

  private static String event(Event event) {
    String words = Durations.of(event.nanos()) + " " + event.action().word();
    if (!event.action().hasAmount()) {
      return words;
    }
    Stream.Kind kind =
        event.action() == Event.Action.INSERT ? Stream.Kind.INSERT : Stream.Kind.DELETE;
    return words
        + " "
        + (event.share() ? percent(event.amount()) : number(event.amount()))
        + choice(event.keys(), kind.defaultKeys());
  }

  private static String percent(double share) {
    return plain(BigDecimal.valueOf(share).movePointRight(2)) + "%";
  }

  private static String number(double value) {
    return plain(BigDecimal.valueOf(value));
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
