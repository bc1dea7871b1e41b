package io.mapleak.gomap.syntax;

import io.mapleak.gomap.GoType;
import io.mapleak.gomap.MapVariant;

/**
 * A Go type as gc lays it out on 64-bit.
 *
 * @param type its size, alignment and pointers
 * @param equality how it is compared as a key
 */
public record TypeShape(GoType type, Equality equality) {
  TypeShape(String name, long size, int align, boolean pointers, Equality equality) {
    this(new GoType(name, size, align, pointers), equality);
  }

  /** Most keys of this type that differ; {@link Long#MAX_VALUE} where these are more than fit. */
  public long values() {
    if (equality != Equality.MEMORY || type.size() > 2) {
      return Long.MAX_VALUE;
    }
    return type.name().equals("bool") ? 2 : 1L << (8 * type.size());
  }

  TypeShape named(String name) {
    return new TypeShape(name, type.size(), type.align(), type.pointers(), equality);
  }

  /**
   * The entry functions of a map with this key (cmd/compile/internal/walk/walk.go: mapfast).
   *
   * @param elem what the map holds
   */
  MapVariant variant(GoType elem) {
    if (elem.indirect()) {
      return MapVariant.SLOW;
    }
    if (equality == Equality.STRING) {
      return MapVariant.FASTSTR;
    }
    if (equality == Equality.MEMORY && type.size() == 4) {
      return MapVariant.FAST32;
    }
    if (equality == Equality.MEMORY && type.size() == 8) {
      return type.pointers() ? MapVariant.FAST64PTR : MapVariant.FAST64;
    }
    return MapVariant.SLOW;
  }
}
