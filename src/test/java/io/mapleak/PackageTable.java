package io.mapleak;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may import whom. A package is named by its first part below {@code io.mapleak}; {@code
 * rule.builtin} belongs to {@code rule}. Importing a package allows what that package imports. Each
 * line names only packages above it, so the table itself has no cycle.
 */
final class PackageTable {
  private static final Map<String, Set<String>> ALLOWED = new LinkedHashMap<>();

  static {
    row("unit");
    row("profile", "unit");
    row("pprof", "profile", "unit");
    row("view", "profile", "unit");
    row("evidence", "unit", "profile", "pprof");
    row("gomap", "unit");
    row("json");
    row("simulator", "gomap", "json");
    row("source", "unit", "gomap");
    row("site", "profile", "view", "gomap", "source", "unit");
    row("growth", "site", "gomap", "unit");
    row("forecast", "site", "growth", "simulator", "gomap", "unit");
    row("fix", "site", "growth", "unit");
    row("replay", "forecast", "site", "growth", "simulator", "gomap", "unit");
    row("finding", "unit");
    row("rule", "finding", "site", "growth", "evidence", "view", "gomap", "unit", "profile");
    row("capture", "pprof");
    row("analysis", ALLOWED.keySet().toArray(new String[0]));
    row("report", "analysis", "finding");
    row("fleet", "analysis");
    row("command", "analysis", "report", "simulator", "fleet");
    row("repl", "command");
  }

  private PackageTable() {}

  private static void row(String name, String... imports) {
    Set<String> allowed = new TreeSet<>(List.of(imports));
    for (String imported : imports) {
      Set<String> further = ALLOWED.get(imported);
      if (further == null) {
        throw new IllegalStateException(
            name + " imports " + imported + ", which has no line above it");
      }
      allowed.addAll(further);
    }
    ALLOWED.put(name, allowed);
  }

  static Set<String> names() {
    return ALLOWED.keySet();
  }

  /** The packages that classes of {@code name} may use, its own among them. */
  static Set<String> allowed(String name) {
    Set<String> allowed = new TreeSet<>(ALLOWED.getOrDefault(name, Set.of()));
    allowed.add(name);
    return allowed;
  }
}
