package io.mapleak.source;

import io.mapleak.source.syntax.Declaration;
import io.mapleak.source.syntax.GoFile;
import io.mapleak.source.syntax.Syntax;
import io.mapleak.source.tree.GoPackage;
import io.mapleak.source.type.Context;
import io.mapleak.source.type.Expressions;
import io.mapleak.source.type.Type;
import java.util.Map;

/** Whether a map may be made where its package does not name it. */
final class Makers {
  private Makers() {}

  /**
   * By reflection, for a field with a tag; by a struct's literal without names; or by a file that
   * the parser could not read.
   */
  static boolean mayBeMadeElsewhere(MapVariable variable, GoPackage in, Expressions expressions) {
    if (!in.files().stream().allMatch(GoFile::whole)) {
      return true;
    }
    if (variable.kind() != MapVariable.Kind.FIELD
        || !(variable.identity().get(0) instanceof Syntax struct)) {
      return false;
    }
    Syntax list = struct.first("field_declaration_list");
    boolean tagged =
        list == null
            || list.children().stream()
                .filter(
                    d ->
                        d.children("name").stream().anyMatch(n -> n.text().equals(variable.name())))
                .anyMatch(d -> d.child("tag") != null);
    return tagged || hasLiteralWithoutNames(struct, in, expressions);
  }

  private static boolean hasLiteralWithoutNames(
      Syntax struct, GoPackage in, Expressions expressions) {
    for (GoFile file : in.files()) {
      Context context = new Context(in, file, Map.of());
      for (Declaration declaration : file.declarations()) {
        boolean code = declaration.isFunction() || declaration.kind().equals("var_declaration");
        boolean found =
            code
                && declaration.text().contains("{")
                && declaration
                    .syntax()
                    .all("literal_value")
                    .filter(body -> body.first("literal_element") != null)
                    .anyMatch(
                        body ->
                            expressions
                                        .types()
                                        .underlying(
                                            expressions
                                                .types()
                                                .pointee(
                                                    new Literals(expressions)
                                                        .typeOfBody(body, context)))
                                    instanceof Type.Struct of
                                && of.node() == struct);
        if (found) {
          return true;
        }
      }
    }
    return false;
  }
}
