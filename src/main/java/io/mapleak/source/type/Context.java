package io.mapleak.source.type;

import io.mapleak.source.syntax.GoFile;
import io.mapleak.source.tree.Entity;
import io.mapleak.source.tree.GoPackage;
import java.util.Map;

/**
 * Where source is read: names mean what they mean there.
 *
 * @param in the package
 * @param file the file
 * @param arguments what the type parameters stand for, as far as that is known
 */
public record Context(GoPackage in, GoFile file, Map<String, Type> arguments) {
  public Context {
    arguments = Map.copyOf(arguments);
  }

  /** The context of a declaration. */
  public static Context of(Entity entity) {
    return new Context(entity.in(), entity.file(), Map.of());
  }

  /** The same place with type arguments. */
  public Context with(Map<String, Type> known) {
    return new Context(in, file, known);
  }
}
