package io.mapleak.gomap.syntax;

import io.mapleak.gomap.MapType;

/**
 * Reads Go types: {@code int64}, {@code *User}, {@code [16]byte}, {@code struct{a int32; b
 * string}}, {@code time.Time}. Names that are only pointed to need not be known; a type used by
 * value must be predeclared, one of {@link LibraryTypes}, or defined before. Immutable.
 */
public final class GoTypes {
  private final TypeNames names;

  private GoTypes(TypeNames names) {
    this.names = names;
  }

  /** Go's own types and well-known ones of libraries. */
  public static GoTypes standard() {
    return new GoTypes(LibraryTypes.names());
  }

  /**
   * These types and one more: {@code NAME=SIZE[:ALIGN][:pointers]}, e.g. {@code User=64:pointers},
   * or {@code NAME=TYPE}.
   */
  public GoTypes with(String definition) throws TypeException {
    TypeDefinition defined = TypeDefinition.parse(definition, names);
    return new GoTypes(names.with(defined.name(), defined.shape()));
  }

  /** The layout of a type. */
  public TypeShape type(String text) throws TypeException {
    return shape(TypeParser.parse(text), text.strip());
  }

  /** The layout of a type that is to be a key; refuses what can't be compared. */
  public TypeShape key(String text) throws TypeException {
    TypeShape shape = type(text);
    if (shape.equality() == Equality.NONE) {
      throw new TypeException(1, TypeLayout.notComparable(text.strip()));
    }
    return shape;
  }

  /** A map of these keys and elems. */
  public MapType map(TypeShape key, TypeShape elem) {
    return new MapType(key.type(), elem.type(), key.variant(elem.type()));
  }

  /** The map type {@code map[K]V}. */
  public MapType map(String text) throws TypeException {
    if (!(TypeParser.parse(text) instanceof TypeNode.MapOf map)) {
      throw new TypeException(1, "there should be map[K]V instead of " + text.strip());
    }
    TypeShape key = shape(map.key(), map.keyText());
    TypeLayout.requireComparable(map, key);
    return map(key, shape(map.elem(), map.elemText()));
  }

  private TypeShape shape(TypeNode node, String text) throws TypeException {
    return new TypeLayout(names).of(node, text);
  }
}
