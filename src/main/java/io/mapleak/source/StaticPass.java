package io.mapleak.source;

import io.mapleak.source.syntax.Declaration;
import io.mapleak.source.syntax.GoFile;
import io.mapleak.source.syntax.Syntax;
import io.mapleak.source.tree.GoPackage;
import io.mapleak.source.type.Context;
import io.mapleak.source.type.Expressions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the source of one package shows without any profile. */
final class StaticPass {
  /** cmd/go, Generate Go files. */
  private static final Pattern GENERATED =
      Pattern.compile("(?m)^// Code generated .* DO NOT EDIT\\.$");

  /** Text without which no function fills or makes a map. */
  private static final Pattern FILLS = Pattern.compile("\\[|Store\\(|Swap\\(");

  private final GoPackage in;
  private final Expressions expressions;
  private final MapOperations operations;
  private final MapVariables variables;
  private final UnsizedMakes makes;
  private final List<StaticCase> cases = new ArrayList<>();

  StaticPass(GoPackage in, Expressions expressions) {
    this.in = in;
    this.expressions = expressions;
    this.operations = new MapOperations(expressions);
    this.variables = new MapVariables(expressions);
    this.makes = new UnsizedMakes(expressions);
  }

  /** A variable with the places that put entries in. */
  private record Filled(MapVariable variable, List<MapOperation> inserts) {}

  /** The cases, in the order of the files and lines. */
  List<StaticCase> cases() {
    Map<List<Object>, Filled> filled = new LinkedHashMap<>();
    for (GoFile file : in.files()) {
      if (GENERATED.matcher(file.head()).find()) {
        continue;
      }
      Context context = new Context(in, file, Map.of());
      for (Declaration declaration : file.declarations()) {
        if (declaration.isFunction() && FILLS.matcher(declaration.text()).find()) {
          collect(declaration.syntax(), context, filled);
        }
      }
    }
    Lifetimes lifetimes = new Lifetimes(in, expressions);
    filled.values().forEach(of -> judge(of, lifetimes));
    cases.sort(Comparator.comparing(StaticCase::file).thenComparing(StaticCase::line));
    return cases;
  }

  private void collect(Syntax function, Context context, Map<List<Object>, Filled> filled) {
    function
        .all()
        .map(node -> operations.of(node, context))
        .filter(Objects::nonNull)
        .forEach(operation -> collect(operation, filled));
  }

  private void collect(MapOperation operation, Map<List<Object>, Filled> filled) {
    Syntax map = operation.map();
    if (map == null) {
      unsized(operation);
      return;
    }
    boolean inserts =
        operation.kind() == MapOperation.Kind.ASSIGN
            || (operation.kind() == MapOperation.Kind.SYNC_MAP && operation.value() != null);
    MapVariable variable = inserts ? variables.of(map, operation.context()) : null;
    if (variable != null) {
      filled
          .computeIfAbsent(variable.identity(), id -> new Filled(variable, new ArrayList<>()))
          .inserts()
          .add(operation);
      unlocked(operation, variable, map);
    }
  }

  private void unsized(MapOperation operation) {
    UnsizedMakes.Count count = makes.after(operation.node(), operation.context());
    if (count != null && operation.type() != null) {
      add(
          StaticCase.Kind.NO_HINT,
          operation,
          count.count(),
          operation.type().text(),
          List.of(
              "the loop in line "
                  + count.loop().line()
                  + " puts in an entry in each of its "
                  + count.count()
                  + " rounds"));
    }
  }

  private void unlocked(MapOperation operation, MapVariable variable, Syntax map) {
    if (operation.kind() != MapOperation.Kind.ASSIGN || operation.type() == null) {
      return;
    }
    Syntax go = GoroutineWrites.unlocked(operation.node(), map);
    if (go != null) {
      add(
          StaticCase.Kind.UNLOCKED,
          operation,
          variable.title(),
          operation.type().text(),
          List.of(
              "the goroutines that line "
                  + go.line()
                  + " starts in a loop write one map, and lock nothing before"));
    }
  }

  private void judge(Filled filled, Lifetimes lifetimes) {
    MapVariable variable = filled.variable();
    boolean global = variable.kind() == MapVariable.Kind.PACKAGE_VARIABLE;
    boolean field = variable.kind() == MapVariable.Kind.FIELD;
    if ((!global && !field) || (variable.isExported() && !in.name().equals("main"))) {
      return;
    }
    List<MapUse> uses = MapUses.of(variable, in, expressions, variables);
    if (uses.stream().anyMatch(use -> use.kind() == MapUse.Kind.ESCAPE)) {
      return;
    }
    MapOperation first = filled.inserts().get(0);
    String type = first.type() == null ? "sync.Map" : first.type().text();
    boolean made =
        uses.stream().anyMatch(u -> u.kind() == MapUse.Kind.MAKE || u.kind() == MapUse.Kind.REMAKE);
    if (!made && first.type() != null) {
      if (!Makers.mayBeMadeElsewhere(variable, in, expressions)) {
        add(
            StaticCase.Kind.NEVER_MADE,
            first,
            variable.title(),
            type,
            List.of("nothing in its package makes it, and it can't be reached from elsewhere"));
      }
      return;
    }
    boolean ends =
        uses.stream()
            .anyMatch(
                use ->
                    use.kind() == MapUse.Kind.DELETE
                        || use.kind() == MapUse.Kind.CLEAR
                        || use.kind() == MapUse.Kind.REMAKE
                        || use.kind() == MapUse.Kind.BOUND
                        || use.kind() == MapUse.Kind.CONFIGURED_BOUND);
    String reason = lifetimes.reason(variable);
    if (!ends && !reason.isEmpty()) {
      grows(filled, type, reason);
    }
  }

  private void grows(Filled filled, String type, String reason) {
    KeySets keys = new KeySets(expressions);
    MapOperation telling = null;
    for (MapOperation insert : filled.inserts()) {
      if (!Lifetimes.isFresh(insert.map()) && keys.mayGrow(insert)) {
        telling = telling == null ? insert : telling;
      }
    }
    if (telling == null) {
      return;
    }
    MapSource source = new MapReader(expressions).read(telling);
    StaticCase.Kind kind =
        switch (source.key()) {
          case POINTER -> StaticCase.Kind.POINTER_KEYS;
          case STRING_OF_BYTES, PART_OF_STRING_OF_BYTES -> StaticCase.Kind.BYTE_KEYS;
          case PLAIN, INTERFACE ->
              source.value() == ValueKind.FUNCTION || source.value() == ValueKind.INTERFACE
                  ? StaticCase.Kind.PINNING_VALUES
                  : StaticCase.Kind.GROWS;
        };
    List<String> reasons = new ArrayList<>();
    reasons.add("nothing in its package deletes, clears, replaces or bounds it");
    reasons.add(reason);
    if (source.keyOrigin() != null) {
      reasons.add("its keys are made of bytes at " + source.keyOrigin().text());
    }
    add(kind, telling, filled.variable().title(), type, reasons);
  }

  private void add(
      StaticCase.Kind kind, MapOperation at, String title, String type, List<String> reasons) {
    String path = in.importPath();
    String file = at.context().file().name();
    cases.add(
        new StaticCase(
            kind,
            symbol(at.node()),
            path.isEmpty() ? file : path + "/" + file,
            at.node().line(),
            title,
            type,
            reasons));
  }

  /** The symbol of the function around a node: {@code path.F} or {@code path.(*T).F}. */
  private String symbol(Syntax node) {
    Syntax function = node.enclosing("function_declaration", "method_declaration");
    @Nullable Syntax name = function == null ? null : function.child("name");
    String path =
        in.name().equals("main") || in.importPath().isEmpty() ? in.name() : in.importPath();
    if (function == null || name == null) {
      return path + ".init";
    }
    Syntax receiver = function.child("receiver");
    if (receiver == null) {
      return path + "." + name.text();
    }
    String type = receiver.all("type_identifier").findFirst().map(Syntax::text).orElse("?");
    boolean pointer = receiver.all("pointer_type").findFirst().isPresent();
    return path + "." + (pointer ? "(*" + type + ")" : type) + "." + name.text();
  }
}
