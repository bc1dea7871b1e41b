package io.mapleak.report;

import io.mapleak.analysis.JudgedSite;
import io.mapleak.gomap.MapType;
import io.mapleak.site.GoVersionReading;
import io.mapleak.site.MapSite;
import io.mapleak.source.MapSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The objects {@code go} and {@code sites} that several JSON documents share. */
final class SiteJson {
  private SiteJson() {}

  /** Writes {@code go}; null when no heap profile could be read. */
  static void go(JsonOutput json, @Nullable GoVersionReading go) {
    if (go == null) {
      json.nothing("go");
      return;
    }
    json.object(
        "go",
        () ->
            json.text("version", go.version() == null ? null : go.version().toString())
                .texts("range", List.of(go.low().toString(), go.high().toString()))
                .text("implementation", implementation(go))
                .prose("why", go.why()));
  }

  private static @Nullable String implementation(GoVersionReading go) {
    return go.implementation() == null ? null : go.implementation().id();
  }

  /** Writes {@code site}: where it is. */
  static void place(JsonOutput json, MapSite site) {
    json.object("site", () -> fields(json, site));
  }

  /** Writes {@code sites}. */
  static void sites(JsonOutput json, List<JudgedSite> sites) {
    json.objects("sites", sites, judged -> site(json, judged));
  }

  private static void fields(JsonOutput json, MapSite site) {
    json.text("id", site.id())
        .text("func", site.at().function())
        .text("file", site.at().file())
        .number("line", site.at().line());
  }

  private static void site(JsonOutput json, JudgedSite judged) {
    MapSite site = judged.site();
    fields(json, site);
    json.text("implementation", site.implementation().id())
        .number("key_bytes", bytes(judged, true))
        .number("elem_bytes", bytes(judged, false))
        .number("slot_bytes", site.slotBytes())
        .whole("array_bytes", site.arrayBytes().best())
        .wholeQuantity("array_range", site.arrayBytes(), false)
        .whole("old_array_bytes", site.oldArrayBytes())
        .whole("companion_bytes", site.companionBytes())
        .whole("retained_bytes", site.retainedBytes())
        .wholeQuantity("entries", site.entries(), true)
        .number("instances", site.instances())
        .number("confidence", site.confidence())
        .text("verdict", judged.verdict().id())
        .prose("decider", judged.decider())
        .quantity("growth_per_hour", judged.growthPerHour())
        .map("history", java.util.Map.of("retained_bytes", rounded(judged.history())))
        .object(
            "stage",
            () ->
                json.text("kind", judged.stage().kind().id())
                    .whole("allocated_bytes", judged.stage().allocatedBytes())
                    .whole("stayed_bytes", judged.stage().stayedBytes()))
        .texts("why", site.why());
    source(json, judged.source());
  }

  /** Size of the key or elem type, which only the source tells. */
  private static @Nullable Long bytes(JudgedSite judged, boolean key) {
    MapSource source = judged.source();
    MapType type = source == null ? null : source.layout();
    return type == null ? null : key ? type.key().size() : type.elem().size();
  }

  /** What the source says; null without. */
  private static void source(JsonOutput json, @Nullable MapSource source) {
    if (source == null) {
      json.nothing("source");
      return;
    }
    json.object(
        "source",
        () ->
            json.text("at", source.at().text())
                .text("type", source.type())
                .text("variable", source.variable().isEmpty() ? null : source.variable())
                .text("declared", source.declared() == null ? null : source.declared().text())
                .text("key", source.key().id())
                .text("value", source.value().id())
                .text("size_hint", source.hint().id())
                .texts(
                    "uses",
                    source.uses().stream()
                        .map(use -> use.kind().id() + " " + use.at().text())
                        .toList()));
  }

  private static List<Long> rounded(List<Double> values) {
    return values.stream().map(Math::round).toList();
  }
}
