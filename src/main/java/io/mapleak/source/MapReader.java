package io.mapleak.source;

import io.mapleak.gomap.MapType;
import io.mapleak.source.syntax.Syntax;
import io.mapleak.source.type.Expressions;
import io.mapleak.source.type.Layouts;
import io.mapleak.source.type.Type;
import io.mapleak.source.type.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts together what the source says of one operation on a map. */
final class MapReader {
  private final Expressions expressions;
  private final MapVariables variables;

  MapReader(Expressions expressions) {
    this.expressions = expressions;
    this.variables = new MapVariables(expressions);
  }

  MapSource read(MapOperation operation) {
    MapVariable variable = variable(operation);
    List<MapUse> uses =
        variable == null
            ? List.of()
            : MapUses.of(variable, operation.context().in(), expressions, variables);
    boolean syncMap = operation.kind() == MapOperation.Kind.SYNC_MAP;
    Type.MapOf type = operation.type();
    Layouts.Layout layout =
        type == null
            ? new Layouts.Layout(null, "a sync.Map holds interfaces")
            : new Layouts(expressions).of(type);
    Type key = type == null ? typeOf(operation.key(), operation) : type.key();
    Type elem = type == null ? typeOf(operation.value(), operation) : type.elem();
    List<KeyOrigins.Origin> origins =
        new KeyOrigins(expressions).of(operation.key(), operation.context());
    KeyOrigins.Origin origin =
        origins.stream()
            .filter(KeyOrigins.Origin::part)
            .findFirst()
            .orElse(origins.isEmpty() ? null : origins.get(0));
    boolean local =
        variable != null
            && (variable.kind() == MapVariable.Kind.LOCAL
                || variable.kind() == MapVariable.Kind.PARAMETER);
    return new MapSource(
        Place.of(operation.node(), operation.context()),
        operation.kind().compareTo(MapOperation.Kind.COPY) <= 0,
        variable == null ? "" : variable.title(),
        local,
        variable != null && variable.isExported(),
        variable == null ? null : variable.declared(),
        type == null ? "sync.Map" : type.text(),
        layout.type(),
        layout.unknown(),
        syncMap,
        keyKind(key, origin),
        origin == null ? null : origin.at(),
        valueKind(elem, layout.type()),
        elem.text(),
        hint(operation, uses),
        new MadeObjects(expressions).keptBy(key, elem, origins),
        uses);
  }

  private Type typeOf(@Nullable Syntax node, MapOperation operation) {
    return expressions.typeOf(node, operation.context());
  }

  private @Nullable MapVariable variable(MapOperation operation) {
    Syntax map = operation.map();
    if (map != null) {
      return variables.of(map, operation.context());
    }
    return variables.holder(operation.node(), operation.context());
  }

  private KeyKind keyKind(Type key, KeyOrigins.@Nullable Origin origin) {
    Types types = expressions.types();
    Type under = types.underlying(key);
    if (under instanceof Type.Pointer || under instanceof Type.Chan) {
      return KeyKind.POINTER;
    }
    if (origin != null) {
      return origin.part() ? KeyKind.PART_OF_STRING_OF_BYTES : KeyKind.STRING_OF_BYTES;
    }
    return isInterface(under) || Layouts.isLibraryInterface(key)
        ? KeyKind.INTERFACE
        : KeyKind.PLAIN;
  }

  private ValueKind valueKind(Type elem, @Nullable MapType layout) {
    Type under = expressions.types().underlying(elem);
    if (under instanceof Type.Func) {
      return ValueKind.FUNCTION;
    } else if (isInterface(under) || Layouts.isLibraryInterface(elem)) {
      return ValueKind.INTERFACE;
    } else if (under instanceof Type.Chan) {
      return ValueKind.CHANNEL;
    }
    boolean plain =
        layout == null
            ? under instanceof Type.Basic basic && !basic.text().equals("string")
            : !layout.elem().pointers();
    return plain ? ValueKind.PLAIN : ValueKind.POINTER;
  }

  private static boolean isInterface(Type under) {
    return under instanceof Type.Interface
        || (under instanceof Type.Basic basic
            && (basic.text().equals("any") || basic.text().equals("error")));
  }

  private static SizeHint hint(MapOperation operation, List<MapUse> uses) {
    if (operation.kind() == MapOperation.Kind.MAKE
        || operation.kind() == MapOperation.Kind.LITERAL) {
      return hint(operation.node().text());
    }
    SizeHint found = SizeHint.UNKNOWN;
    for (MapUse use : uses) {
      if (use.kind() == MapUse.Kind.MAKE || use.kind() == MapUse.Kind.REMAKE) {
        SizeHint hint = hint(use.text());
        found = found == SizeHint.UNKNOWN || hint == SizeHint.GIVEN ? hint : found;
      }
    }
    return found;
  }

  private static SizeHint hint(String text) {
    int make = text.indexOf("make(");
    if (make < 0) {
      int literal = text.indexOf("map[");
      return literal < 0
          ? SizeHint.UNKNOWN
          : text.endsWith("{}") ? SizeHint.NONE : SizeHint.LITERAL;
    }
    int depth = 0;
    int comma = -1;
    for (int i = make + 4; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' || c == '[' || c == '{' ? 1 : c == ')' || c == ']' || c == '}' ? -1 : 0;
      if (c == ',' && depth == 1 && comma < 0) {
        comma = i;
      }
      if (depth == 0) {
        boolean zero = comma >= 0 && text.substring(comma + 1, i).strip().equals("0");
        return comma < 0 || zero ? SizeHint.NONE : SizeHint.GIVEN;
      }
    }
    return comma < 0 ? SizeHint.UNKNOWN : SizeHint.GIVEN;
  }
}
