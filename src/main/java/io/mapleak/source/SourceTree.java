package io.mapleak.source;

import io.mapleak.source.syntax.Declaration;
import io.mapleak.source.syntax.GoParser;
import io.mapleak.source.syntax.NoGrammarException;
import io.mapleak.source.syntax.Syntax;
import io.mapleak.source.tree.GoPackages;
import io.mapleak.source.tree.SourceOptions;
import io.mapleak.source.tree.SourcePaths;
import io.mapleak.source.type.Context;
import io.mapleak.source.type.Expressions;
import io.mapleak.source.type.Shapes;
import io.mapleak.source.type.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Go source at hand, asked by the lines of a profile. Reads the packages of the files that are
 * asked for and of the types that they use, when they are first needed, and keeps them. Not
 * thread-safe.
 */
public final class SourceTree {
  private static final int SHOWN = 80;

  private final SourcePaths paths;
  private final GoPackages packages;
  private final Expressions expressions;
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
    String reason = file + " is not in the source at hand";
    for (SourcePaths.Found found : paths.find(file)) {
      GoPackages.Located located = packages.locate(found);
      Declaration declaration = located == null ? null : located.file().at(line);
      if (located == null) {
        continue;
      }
      if (declaration == null || !isNamed(declaration, function)) {
        reason = file + ":" + line + " is not in " + function + ": the source is of another build";
        continue;
      }
      Syntax node = declaration.syntax();
      return new Code(
          node, new Context(located.in(), located.file(), Shapes.bindings(node, function)));
    }
    return new NoCode(reason);
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

  /** Whether a declaration is the function of a symbol, or one that a closure of it stands in. */
  private static boolean isNamed(Declaration declaration, String symbol) {
    String plain = symbol.replaceAll("\\[.*\\]", "");
    String last = plain.substring(plain.lastIndexOf('/') + 1);
    if (!declaration.isFunction()) {
      return declaration.kind().equals("var_declaration")
          && (last.contains(".init") || last.contains(".glob.."));
    }
    Syntax name = declaration.syntax().child("name");
    if (name == null) {
      return false;
    }
    for (String part : last.split("[.()*-]", -1)) {
      if (part.equals(name.text())) {
        return true;
      }
    }
    return false;
  }
}
