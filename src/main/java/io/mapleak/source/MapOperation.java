package io.mapleak.source;

import io.mapleak.source.syntax.Syntax;
import io.mapleak.source.type.Context;
import io.mapleak.source.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * A statement that may allocate for a map.
 *
 * @param kind what it does
 * @param node the expression
 * @param map the map expression; null for a make
 * @param key the key; null where there is none
 * @param value the value; null where there is none
 * @param type type of the map; null for a sync.Map
 * @param context where it stands
 */
record MapOperation(
    Kind kind,
    Syntax node,
    @Nullable Syntax map,
    @Nullable Syntax key,
    @Nullable Syntax value,
    Type.@Nullable MapOf type,
    Context context) {
  /** What a statement does, most telling first. */
  enum Kind {
    ASSIGN,
    SYNC_MAP,
    COPY,
    MAKE,
    LITERAL
  }
}
