package io.mapleak.source;

import io.mapleak.source.syntax.Syntax;
import io.mapleak.source.type.Context;
import io.mapleak.source.type.Expressions;
import io.mapleak.source.type.Member;
import io.mapleak.source.type.Type;

/** Types that elements of composite literals must have, where inner literals leave theirs out. */
final class Literals {
  private final Expressions expressions;

  Literals(Expressions expressions) {
    this.expressions = expressions;
  }

  /** The type that a {@code literal_element} is assigned to. */
  Type typeOf(Syntax element, Context context) {
    Syntax keyed = element.parent();
    boolean named = keyed != null && keyed.is("keyed_element");
    Syntax body = named && keyed != null ? keyed.parent() : keyed;
    Type of = body == null ? new Type.Unknown("no literal") : typeOfBody(body, context);
    Type under = expressions.types().underlying(expressions.types().pointee(of));
    if (under instanceof Type.Struct && named && keyed != null) {
      Syntax key = keyed.child("key");
      Member member = key == null ? null : expressions.members().find(of, key.text());
      return member == null ? new Type.Unknown("no such field") : member.type();
    } else if (under instanceof Type.Slice slice) {
      return slice.elem();
    } else if (under instanceof Type.Array array) {
      return array.elem();
    } else if (under instanceof Type.MapOf map) {
      return element.field().equals("key") ? map.key() : map.elem();
    }
    return new Type.Unknown("the literal's type is not known");
  }

  /** The type of the literal that has a body. */
  Type typeOfBody(Syntax body, Context context) {
    Syntax outer = body.parent();
    if (outer == null) {
      return new Type.Unknown("no literal");
    }
    return outer.is("composite_literal")
        ? expressions.typeOf(outer, context)
        : typeOf(outer, context);
  }
}
