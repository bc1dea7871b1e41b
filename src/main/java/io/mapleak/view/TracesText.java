package io.mapleak.view;

import io.mapleak.profile.LabelTable;
import io.mapleak.profile.Profile;
import io.mapleak.profile.StackTable;
import io.mapleak.profile.Utf8Order;
import io.mapleak.unit.Measurement;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every sample with its labels and its stack, equal to google/pprof's {@code traces}. */
public final class TracesText {
  private static final String SEPARATOR =
      "-----------+-------------------------------------------------------\n";

  private static final int WIDTH = 10;

  /** Characters after which the text is handed on. */
  private static final int CHUNK = 1 << 15;

  private final Profile profile;
  private final FrameNodes frames;
  private final String[] names;
  private final NumberUnits units;
  private final Amounts amounts;
  private final StringBuilder text = new StringBuilder(CHUNK + 4096);

  private TracesText(Selection selection, ReportOptions options) {
    this.profile = WithoutInlines.of(selection.profile(), options);
    this.frames = FrameNodes.of(profile, options.uncut(), false);
    this.names = new String[frames.size()];
    for (int node = 0; node < names.length; node++) {
      names[node] = frames.key(node).printableName();
    }
    this.units = selection.units();
    this.amounts = Amounts.each(selection, options);
  }

  /**
   * Writes the samples, those without a frame left out.
   *
   * @param zone in which the profile's time is told
   * @throws IOException what {@code out} throws
   */
  public static void write(Selection selection, ReportOptions options, ZoneId zone, Writer out)
      throws IOException {
    TracesText traces = new TracesText(selection, options);
    List<String> legend = Legend.ofProfile(selection, traces.amounts, zone);
    traces.text.append(String.join("\n", legend)).append('\n');
    for (int sample = 0; sample < traces.profile.samples().size(); sample++) {
      traces.sample(sample, selection.type());
      if (traces.text.length() >= CHUNK) {
        out.append(traces.text);
        traces.text.setLength(0);
      }
    }
    out.append(traces.text.append(SEPARATOR));
  }

  private void sample(int sample, int type) {
    StackTable stacks = profile.stacks();
    int stack = profile.samples().stack(sample);
    if (stacks.depth(stack) == 0) {
      return;
    }
    text.append(SEPARATOR);
    labels(sample, false);
    labels(sample, true);
    String value = amounts.label(profile.samples().value(sample, type));
    for (int position = stacks.start(stack); position < stacks.end(stack); position++) {
      int location = stacks.locationAt(position);
      for (int frame = frames.start(location); frame < frames.end(location); frame++) {
        TopText.right(text, value, WIDTH).append("   ").append(names[frames.node(frame)]);
        text.append(frame == frames.end(location) - 1 ? "\n" : " (inline)\n");
        value = "";
      }
    }
  }

  private void labels(int sample, boolean numbers) {
    LabelTable labels = profile.labels();
    Map<String, String> values = new LinkedHashMap<>();
    for (int label = labels.start(sample); label < labels.end(sample); label++) {
      if (labels.text(label).isEmpty() == numbers) {
        String key = labels.key(label);
        String value =
            numbers
                ? Measurement.label(labels.number(label), units.of(key), Measurement.AUTO)
                : labels.text(label);
        values.merge(key, value, (one, other) -> one + " " + other);
      }
    }
    List<String> lines = new ArrayList<>(values.size());
    values.forEach(
        (key, value) -> {
          StringBuilder line = TopText.right(new StringBuilder(), key, WIDTH);
          lines.add(line.append(":  ").append(value).append('\n').toString());
        });
    lines.sort(Utf8Order::compare);
    lines.forEach(text::append);
  }
}
