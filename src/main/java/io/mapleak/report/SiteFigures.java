package io.mapleak.report;

import io.mapleak.analysis.JudgedSite;
import io.mapleak.gomap.Implementation;
import io.mapleak.growth.Stage;
import io.mapleak.site.MapSite;
import io.mapleak.unit.Figures;
import io.mapleak.unit.Interval;
import java.util.List;
import java.util.Locale;

/** What is known of a map site, in sentences. */
final class SiteFigures {
  /** A range is told when its ends are further apart than this part of the best guess. */
  private static final double WIDE = 0.1;

  private static final String[] UNITS = {"s", "min", "h", "day"};
  private static final double[] UNIT_SECONDS = {1, 60, 3600, 86400};

  /** A rate is told in the largest unit of which the series spans at least this many. */
  private static final double UNITS_IN_SPAN = 5;

  private SiteFigures() {}

  /** E.g. {@code 24-byte slots, 181 000 to 184 000 entries in 3 Swiss maps}. */
  static String contents(MapSite site) {
    String slots = site.slotBytes() == null ? "slots of unknown size" : slots(site.slotBytes());
    String entries =
        site.entries() == null
            ? "entries not known"
            : Figures.countRange(site.entries()) + " entries";
    String maps =
        site.instances() == 1
            ? "a " + site.implementation().title()
            : "about "
                + Figures.count((double) site.instances())
                + " "
                + site.implementation().title()
                + "s";
    return slots + ", " + entries + " in " + maps.replace("sync.Maps", "sync.Map values");
  }

  private static String slots(int bytes) {
    return bytes + "-byte slots";
  }

  /** E.g. {@code 8.8 MB of groups + 41.2 MB of keys and values = 72 % of the heap}. */
  static String memory(MapSite site, double heapInuseBytes) {
    StringBuilder text = new StringBuilder();
    text.append(array(site.arrayBytes())).append(" of ").append(arrayName(site.implementation()));
    if (site.oldArrayBytes() > 0) {
      text.append(" + ").append(Figures.bytes(site.oldArrayBytes())).append(" of old buckets");
    }
    if (site.companionBytes() > 0) {
      text.append(" + ").append(Figures.bytes(site.companionBytes())).append(" of keys and values");
    }
    if (heapInuseBytes > 0) {
      double share = Math.min(1, site.retainedBytes() / heapInuseBytes);
      text.append(" = ").append(Figures.percent(share)).append(" of the heap");
    }
    return text.toString();
  }

  private static String array(Interval bytes) {
    boolean wide = bytes.high() - bytes.low() > WIDE * bytes.best();
    return wide ? Figures.bytesRange(bytes) : Figures.bytes(bytes.best());
  }

  private static String arrayName(Implementation implementation) {
    return switch (implementation) {
      case CLASSIC -> "buckets";
      case SWISS -> "groups";
      case SYNC_MAP -> "sync.Map's own memory";
    };
  }

  /** E.g. {@code churn: 12 MB allocated in the series, 1 % of it stayed}; empty for one profile. */
  static String stage(Stage stage) {
    String allocated =
        Figures.bytes(stage.allocatedBytes())
            + " allocated in the series, "
            + Figures.bytes(Math.max(0, stage.stayedBytes()))
            + " of it stayed";
    return switch (stage.kind()) {
      case LONG_LIVED_GROWTH -> "long-lived growth: " + allocated;
      case GROWTH_AND_CHURN -> "growth and churn: " + allocated;
      case CHURN -> "churn: " + allocated;
      case STILL -> "still: next to nothing is allocated";
      case UNKNOWN -> "";
    };
  }

  /** E.g. {@code +1 450 entries/min [1 320, 1 580]}; empty when the growth is not known. */
  static String growth(JudgedSite judged, double spanSeconds) {
    Interval perHour = judged.growthPerHour();
    if (perHour == null) {
      return "";
    }
    int unit = unit(spanSeconds);
    while (unit < UNITS.length - 1
        && Math.abs(perHour.best()) * UNIT_SECONDS[unit] / 3600 < 1
        && perHour.best() != 0) {
      unit++;
    }
    Interval rate = perHour.times(UNIT_SECONDS[unit] / 3600);
    String sign = rate.best() > 0 ? "+" : "";
    return sign
        + rate(rate.best())
        + Figures.JOIN
        + "entries/"
        + UNITS[unit]
        + " ["
        + rate(rate.low())
        + ","
        + Figures.JOIN
        + rate(rate.high())
        + "]";
  }

  private static int unit(double spanSeconds) {
    int unit = 0;
    while (unit < UNITS.length - 1 && spanSeconds >= UNITS_IN_SPAN * UNIT_SECONDS[unit + 1]) {
      unit++;
    }
    return spanSeconds > 0 ? unit : 2;
  }

  private static String rate(double value) {
    return Math.abs(value) >= 10 || value == 0
        ? Figures.about(value)
        : String.format(Locale.ROOT, "%.2g", value);
  }

  /** E.g. {@code never less in 9 steps}; empty below two steps. */
  static String course(List<Double> history) {
    int falls = 0;
    for (int i = 1; i < history.size(); i++) {
      falls += history.get(i) < history.get(i - 1) ? 1 : 0;
    }
    int steps = history.size() - 1;
    if (steps < 1) {
      return "";
    }
    String all = steps + (steps == 1 ? " step" : " steps");
    return falls == 0 ? "never less in " + all : "less in " + falls + " of " + all;
  }
}
