package io.mapleak.source;

import io.mapleak.source.syntax.Declaration;
import io.mapleak.source.syntax.GoParser;
import io.mapleak.source.syntax.NoGrammarException;
import io.mapleak.source.syntax.Syntax;
import io.mapleak.source.tree.GoPackage;
import io.mapleak.source.tree.GoPackages;
import io.mapleak.source.tree.SourceOptions;
import io.mapleak.source.tree.SourcePaths;
import io.mapleak.source.type.Context;
import io.mapleak.source.type.Expressions;
import io.mapleak.source.type.Shapes;
import io.mapleak.source.type.Types;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Go source at hand, asked by the lines of a profile. Reads the packages of the files that are
 * asked for and of the types that they use, when they are first needed, and keeps them. Not
 * thread-safe.
 */
public final class SourceTree {
  private static final int SHOWN = 80;
  private static final String NOT_AT_HAND = " is not in the source at hand";

  private final SourcePaths paths;
  private final GoPackages packages;
  private final Expressions expressions;
  private final Map<String, List<SourcePaths.Found>> candidates = new HashMap<>();
  private final BuildCheck builds = new BuildCheck();
  private final Map<List<Object>, SourceAnswer> known = new HashMap<>();
  private final Map<List<Object>, Set<String>> made = new HashMap<>();

  private SourceTree(GoParser parser, SourceOptions options) {
    paths = new SourcePaths(options);
    packages = new GoPackages(parser, paths);
    expressions = new Expressions(new Types(packages));
  }

  /** Opens source; reads nothing but go.mod files yet. */
  public static SourceTree open(SourceOptions options) throws NoGrammarException {
    return new SourceTree(GoParser.load(), options);
  }

  /** What stands at a line, all three as the profile names them. */
  public SourceAnswer at(String file, long line, String function) {
    return known.computeIfAbsent(
        List.of(file, line, function), key -> answer(file, line, function));
  }

  /** Objects that a line makes, named as in {@link MapSource#objects}; empty when none is known. */
  public Set<String> made(String file, long line, String function) {
    return made.computeIfAbsent(
        List.of(file, line, function),
        key ->
            find(file, line, function) instanceof Code code
                ? new MadeObjects(expressions).at(code.node(), line, code.context())
                : Set.of());
  }

  private SourceAnswer answer(String file, long line, String function) {
    Lookup lookup = find(file, line, function);
    return lookup instanceof Code code
        ? answer(code.node(), line, code.context())
        : new SourceAnswer.Unknown(((NoCode) lookup).reason());
  }

  /** Where a line of a profile is in the source. */
  private sealed interface Lookup {}

  private record Code(Syntax node, Context context) implements Lookup {}

  private record NoCode(String reason) implements Lookup {}

  private Lookup find(String file, long line, String function) {
    String reason = file + NOT_AT_HAND;
    for (SourcePaths.Found found : candidates.computeIfAbsent(file, paths::find)) {
      GoPackages.Located located = packages.locate(found);
      if (located == null) {
        continue;
      }
      String difference = builds.difference(file, line, function, located.file());
      if (!difference.isEmpty()) {
        reason = difference;
        continue;
      }
      Declaration declaration = located.file().at(line);
      if (declaration == null) {
        continue;
      }
      Syntax node = declaration.syntax();
      return new Code(
          node, new Context(located.in(), located.file(), Shapes.bindings(node, function)));
    }
    return new NoCode(reason);
  }

  /**
   * Tells of a line of the profile before any is asked for: where one line of a file is not in its
   * function, the file is of another build, and what it says of the other lines may be wrong.
   */
  public void expect(String file, long line, String function) {
    builds.expect(file, line, function);
  }

  /**
   * What the source alone shows in the packages below its roots, in the order of their directories.
   */
  public List<StaticCase> cases() throws IOException {
    List<StaticCase> cases = new ArrayList<>();
    for (SourcePaths.Found found : paths.packages()) {
      GoPackage in = packages.of(found.file(), found.importPath());
      cases.addAll(new StaticPass(in, expressions).cases());
    }
    return cases;
  }

  /** What could not be used: files of another build, or a tree that has none of the files. */
  public List<String> differences() {
    List<String> told = new ArrayList<>(builds.differences());
    boolean asked = !known.isEmpty();
    boolean none =
        known.values().stream()
            .allMatch(a -> a instanceof SourceAnswer.Unknown u && u.reason().endsWith(NOT_AT_HAND));
    if (asked && none) {
      told.add(
          "none of the files that were looked up is in the source at hand, e.g. "
              + new TreeSet<>(known.keySet().stream().map(k -> String.valueOf(k.get(0))).toList())
                  .first());
    }
    return told;
  }

  private SourceAnswer answer(Syntax node, long line, Context context) {
    List<MapOperation> operations = new MapOperations(expressions).at(node, line, context);
    if (!operations.isEmpty()) {
      return new SourceAnswer.Map(new MapReader(expressions).read(operations.get(0)));
    }
    Syntax at = lineOf(node, line);
    if (at == null) {
      return new SourceAnswer.Unknown("there is no statement in line " + line);
    }
    String text = at.text().replaceAll("\\s+", " ");
    return new SourceAnswer.NoMap(
        Place.of(at, context), text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text);
  }

  private static @Nullable Syntax lineOf(Syntax function, long line) {
    return function.all().filter(node -> node.line() == line).findFirst().orElse(null);
  }
}
