package io.mapleak.source;

import io.mapleak.source.syntax.Syntax;
import io.mapleak.source.tree.Entity;
import io.mapleak.source.tree.GoPackage;
import io.mapleak.source.type.Binding;
import io.mapleak.source.type.Bindings;
import io.mapleak.source.type.Context;
import io.mapleak.source.type.Expressions;
import io.mapleak.source.type.Member;
import io.mapleak.source.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells which variable an expression means; local names for another variable are seen through. */
final class MapVariables {
  private static final int MOST_ALIASES = 8;

  private final Expressions expressions;

  MapVariables(Expressions expressions) {
    this.expressions = expressions;
  }

  /** The variable; null when the expression is none that can be named. */
  @Nullable MapVariable of(Syntax expression, Context context) {
    return of(expression, context, 0);
  }

  private @Nullable MapVariable of(Syntax node, Context context, int depth) {
    if (depth > MOST_ALIASES) {
      return null;
    }
    switch (node.kind()) {
      case "parenthesized_expression", "expression_list" -> {
        return node.children().size() == 1 ? of(node.children().get(0), context, depth + 1) : null;
      }
      case "unary_expression" -> {
        Syntax operand = node.child("operand");
        return operand == null ? null : of(operand, context, depth + 1);
      }
      case "index_expression" -> {
        return element(node.child("operand"), node, context, depth);
      }
      case "selector_expression" -> {
        return selected(node, context);
      }
      case "identifier" -> {
        return identifier(node, context, depth);
      }
      default -> {
        return null;
      }
    }
  }

  /** What a new map is assigned to on the spot; null when nothing that has a name. */
  @Nullable MapVariable holder(Syntax made, Context context) {
    Syntax list = made.parent();
    Syntax statement = list == null ? null : list.parent();
    if (list == null || statement == null) {
      return null;
    }
    if (list.is("literal_element") && statement.is("keyed_element")) {
      return keyed(statement, context);
    }
    int index = list.children().indexOf(made);
    List<Syntax> names =
        switch (statement.kind()) {
          case "short_var_declaration", "assignment_statement" -> {
            Syntax left = statement.child("left");
            yield left == null ? List.of() : left.children();
          }
          case "var_spec" -> statement.children("name");
          default -> List.of();
        };
    return index < 0 || index >= names.size() ? null : of(names.get(index), context);
  }

  /** A field that a struct's literal names. */
  private @Nullable MapVariable keyed(Syntax element, Context context) {
    Syntax key = element.child("key");
    Syntax body = element.parent();
    Type of = body == null ? null : new Literals(expressions).typeOfBody(body, context);
    Member member = key == null || of == null ? null : expressions.members().find(of, key.text());
    return member == null || !member.field() || key == null ? null : field(member, key, context);
  }

  private @Nullable MapVariable element(
      @Nullable Syntax operand, Syntax node, Context context, int depth) {
    MapVariable container = operand == null ? null : of(operand, context, depth + 1);
    return container == null
        ? null
        : new MapVariable(
            MapVariable.Kind.ELEMENT,
            container.name(),
            "elements of " + container.title(),
            List.of(container.identity(), "[]"),
            expressions.typeOf(node, context),
            container.declared());
  }

  private @Nullable MapVariable selected(Syntax node, Context context) {
    Syntax operand = node.child("operand");
    Syntax field = node.child("field");
    if (operand == null || field == null) {
      return null;
    }
    if (expressions.isPackage(operand, context)) {
      Type type = expressions.typeOf(node, context);
      return new MapVariable(
          MapVariable.Kind.PACKAGE_VARIABLE,
          field.text(),
          "package variable " + node.text(),
          List.of(operand.text(), field.text()),
          type,
          Place.of(node, context));
    }
    Member member = expressions.members().find(expressions.typeOf(operand, context), field.text());
    if (member == null || !member.field()) {
      return null;
    }
    return field(member, node, context);
  }

  private MapVariable field(Member member, Syntax node, Context context) {
    Context of = expressionsContext(member, context);
    Syntax declared = declaration(member);
    String owner = member.ownerText().replaceFirst("\\[.*", "");
    return new MapVariable(
        MapVariable.Kind.FIELD,
        member.name(),
        "field " + owner + "." + member.name(),
        List.of(member.owner(), member.name()),
        member.type(),
        Place.of(declared == null ? node : declared, declared == null ? context : of));
  }

  private static @Nullable Syntax declaration(Member member) {
    Syntax list = member.owner().first("field_declaration_list");
    if (list != null) {
      for (Syntax declared : list.children()) {
        for (Syntax name : declared.children("name")) {
          if (name.text().equals(member.name())) {
            return declared;
          }
        }
      }
    }
    return null;
  }

  /** The file in which a struct stands. */
  private static Context expressionsContext(Member member, Context context) {
    GoPackage in = context.in();
    for (var file : in.files()) {
      var declaration = file.at(member.owner().line());
      if (declaration != null
          && declaration.kind().equals("type_declaration")
          && declaration.syntax().all().anyMatch(node -> node == member.owner())) {
        return new Context(in, file, context.arguments());
      }
    }
    return context;
  }

  private @Nullable MapVariable identifier(Syntax node, Context context, int depth) {
    Binding binding = Bindings.find(node, node.text());
    if (binding == null) {
      return global(node.text(), context);
    }
    Type type = expressions.typeOf(binding, node, context);
    return switch (binding.kind()) {
      case SHORT, VARIABLE -> local(binding, type, context, depth);
      case RANGE -> {
        Syntax over = binding.node().child("right");
        MapVariable container = over == null ? null : of(over, context, depth + 1);
        yield container == null
            ? plain(MapVariable.Kind.LOCAL, binding, type, context)
            : new MapVariable(
                MapVariable.Kind.ELEMENT,
                container.name(),
                "elements of " + container.title(),
                List.of(container.identity(), "[]"),
                type,
                container.declared());
      }
      case PARAMETER, RECEIVER ->
          type instanceof Type.Named named && named.in() != null
              ? new MapVariable(
                  MapVariable.Kind.NAMED_TYPE,
                  named.name(),
                  "values of type " + named.text(),
                  List.of(named.in().importPath(), named.name()),
                  type,
                  Place.of(binding.node(), context))
              : plain(MapVariable.Kind.PARAMETER, binding, type, context);
      default -> plain(MapVariable.Kind.LOCAL, binding, type, context);
    };
  }

  private MapVariable local(Binding binding, Type type, Context context, int depth) {
    Syntax values = binding.node().child(binding.kind() == Binding.Kind.SHORT ? "right" : "value");
    boolean paired =
        values != null
            && values.is("expression_list")
            && values.children().size() > binding.index();
    if (paired && values != null) {
      Syntax value = values.children().get(binding.index());
      if (value.is("identifier", "selector_expression", "index_expression")) {
        MapVariable other = of(value, context, depth + 1);
        if (other != null) {
          return other;
        }
      }
    }
    return plain(MapVariable.Kind.LOCAL, binding, type, context);
  }

  private static MapVariable plain(
      MapVariable.Kind kind, Binding binding, Type type, Context context) {
    String title = kind == MapVariable.Kind.LOCAL ? "local variable " : "parameter ";
    return new MapVariable(
        kind,
        binding.name(),
        title + binding.name(),
        List.of(binding.node(), binding.name()),
        type,
        Place.of(binding.node(), context));
  }

  private @Nullable MapVariable global(String name, Context context) {
    Entity entity = context.in().named(name);
    return entity == null || !entity.node().is("var_spec")
        ? null
        : new MapVariable(
            MapVariable.Kind.PACKAGE_VARIABLE,
            name,
            "package variable " + name,
            List.of(context.in().name(), name),
            expressions.typeOf(
                new Binding(Binding.Kind.VARIABLE, entity.node(), index(entity, name), name),
                entity.node(),
                Context.of(entity)),
            Place.of(entity.node(), Context.of(entity)));
  }

  private static int index(Entity entity, String name) {
    List<Syntax> names = entity.node().children("name");
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).text().equals(name)) {
        return i;
      }
    }
    return 0;
  }
}
