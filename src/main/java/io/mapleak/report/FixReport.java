package io.mapleak.report;

import io.mapleak.fix.FixResult;
import io.mapleak.fix.FixVerdict;
import io.mapleak.fix.SiteFix;
import io.mapleak.unit.Figures;
import io.mapleak.unit.Interval;
import org.jspecify.annotations.Nullable;

/** A comparison of growth before and after a change, as text or JSON. */
public final class FixReport {
  private static final String SCHEMA = "mapleak.verify-fix/1";

  private FixReport() {}

  /** The result as JSON, schema {@code mapleak.verify-fix/1}. */
  public static String json(FixResult result) {
    return JsonOutput.document(
        json -> {
          json.text("schema", SCHEMA).text("verdict", result.verdict().word());
          json.objects("sites", result.sites(), site -> site(json, site));
          if (result.needed().isEmpty()) {
            json.nothing("needed");
          } else {
            json.prose("needed", result.needed());
          }
        });
  }

  private static void site(JsonOutput json, SiteFix site) {
    SiteJson.place(json, site.site());
    json.quantity("before_per_hour", site.beforePerHour())
        .quantity("after_per_hour", site.afterPerHour())
        .text("verdict", site.verdict().word())
        .prose("reason", site.reason());
  }

  /** The result for people. */
  public static String text(FixResult result) {
    StringBuilder text = new StringBuilder();
    text.append(
        switch (result.verdict()) {
          case FIXED -> "FIXED: what grew before does not grow any more\n";
          case NOT_FIXED -> "NOT FIXED\n";
          case CANNOT_TELL -> "CAN'T TELL\n";
        });
    for (SiteFix site : result.sites()) {
      text.append('\n')
          .append(PlainText.of(site.site().at().function()))
          .append("  ")
          .append(PlainText.of(TextLines.shortFile(site.site().at().file())))
          .append(':')
          .append(site.site().at().line())
          .append('\n');
      TextLines.named(text, "before", rate(site.beforePerHour()));
      TextLines.named(text, "after", rate(site.afterPerHour()));
      String word = site.verdict() == FixVerdict.CANNOT_TELL ? "can't tell" : site.verdict().word();
      TextLines.named(text, "verdict", word + ": " + site.reason());
    }
    if (!result.needed().isEmpty()) {
      text.append("\nneeded: ").append(PlainText.of(result.needed())).append('\n');
    }
    return text.toString();
  }

  /** Entries an hour, with their interval. */
  static String rate(@Nullable Interval perHour) {
    return perHour == null
        ? "not known"
        : number(perHour.best())
            + " entries/h ["
            + number(perHour.low())
            + ", "
            + number(perHour.high())
            + "]";
  }

  private static String number(double value) {
    return (value < 0 ? "-" : "") + Figures.about(Math.abs(value));
  }
}
