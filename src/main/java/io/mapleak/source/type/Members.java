package io.mapleak.source.type;

import io.mapleak.source.syntax.Syntax;
import io.mapleak.source.tree.Entity;
import io.mapleak.source.tree.GoPackage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks up fields and methods, promoted ones included (Go specification, Selectors). */
public final class Members {
  /** Structs embedded in structs deeper than this are not searched. */
  private static final int MOST_DEPTH = 5;

  private final Types types;

  Members(Types types) {
    this.types = types;
  }

  /** The member of a type or of what it points to; null when it can't be told. */
  public @Nullable Member find(Type of, String name) {
    return find(of, name, 0);
  }

  private @Nullable Member find(Type of, String name, int depth) {
    if (depth > MOST_DEPTH) {
      return null;
    }
    Type type = types.resolveAlias(types.pointee(of));
    if (type instanceof Type.Named named) {
      Member method = method(named, name);
      if (method != null) {
        return method;
      }
    }
    Type under = types.underlying(type);
    if (under instanceof Type.Struct struct) {
      return field(struct, type, name, depth);
    }
    return under instanceof Type.Interface of2 ? interfaceMethod(of2, type, name, depth) : null;
  }

  private @Nullable Member method(Type.Named named, String name) {
    GoPackage in = named.in();
    Entity entity = in == null ? null : in.method(named.name(), name);
    if (entity == null) {
      return null;
    }
    Map<String, Type> bound = Types.bind(receiverParameters(entity.node()), named.arguments());
    Context context = Context.of(entity).with(bound);
    return new Member(
        name, new Type.Func(entity.node(), context), entity.node(), named.text(), false);
  }

  /** Names that a method gives to the type parameters of its receiver. */
  static List<String> receiverParameters(Syntax method) {
    Syntax receiver = method.child("receiver");
    return receiver == null
        ? List.of()
        : receiver
            .all("type_arguments")
            .flatMap(list -> list.children().stream())
            .map(Syntax::text)
            .toList();
  }

  private @Nullable Member field(Type.Struct struct, Type owner, String name, int depth) {
    Syntax list = struct.node().first("field_declaration_list");
    if (list == null) {
      return null;
    }
    for (Syntax declared : list.children()) {
      for (Syntax field : declared.children("name")) {
        if (field.text().equals(name)) {
          Type type = types.read(declared.child("type"), struct.context());
          return new Member(name, type, struct.node(), owner.text(), true);
        }
      }
      if (isEmbedded(declared) && embeddedName(declared).equals(name)) {
        return new Member(name, embedded(declared, struct), struct.node(), owner.text(), true);
      }
    }
    for (Syntax declared : list.children()) {
      Member promoted =
          isEmbedded(declared) ? find(embedded(declared, struct), name, depth + 1) : null;
      if (promoted != null) {
        return promoted;
      }
    }
    return null;
  }

  static boolean isEmbedded(Syntax declared) {
    return declared.is("field_declaration") && declared.child("name") == null;
  }

  private static String embeddedName(Syntax declared) {
    Syntax type = declared.child("type");
    String text = type == null ? "" : type.text();
    int bracket = text.indexOf('[');
    String plain = bracket < 0 ? text : text.substring(0, bracket);
    return plain.substring(Math.max(plain.lastIndexOf('.'), plain.lastIndexOf('*')) + 1).strip();
  }

  /** The type of an embedded field; its star, if any, is no node of its own. */
  Type embedded(Syntax declared, Type.Struct struct) {
    Type type = types.read(declared.child("type"), struct.context());
    return declared.text().startsWith("*") && !(type instanceof Type.Pointer)
        ? new Type.Pointer(type)
        : type;
  }

  private @Nullable Member interfaceMethod(Type.Interface of, Type owner, String name, int depth) {
    for (Syntax element : of.node().children()) {
      Syntax declared = element.child("name");
      if (declared != null && declared.text().equals(name)) {
        return new Member(name, new Type.Func(element, of.context()), element, owner.text(), false);
      }
    }
    for (Syntax element : of.node().children("")) {
      Member inherited =
          element.is("type_elem") ? find(types.read(element, of.context()), name, depth + 1) : null;
      if (inherited != null) {
        return inherited;
      }
    }
    return null;
  }
}
