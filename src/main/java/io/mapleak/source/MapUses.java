package io.mapleak.source;

import io.mapleak.source.syntax.Syntax;
import io.mapleak.source.tree.GoPackage;
import io.mapleak.source.type.Binding;
import io.mapleak.source.type.Bindings;
import io.mapleak.source.type.Context;
import io.mapleak.source.type.Expressions;
import io.mapleak.source.type.Member;
import io.mapleak.source.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds all that a package does to the map in one variable. */
final class MapUses {
  private static final Set<String> DELETING = Set.of("Delete", "LoadAndDelete", "CompareAndDelete");

  private static final Set<String> STORING = Set.of("Store", "LoadOrStore", "Swap");

  /** Built-in functions that only look. */
  private static final Set<String> LOOKING = Set.of("len", "print", "println");

  /** Functions that a map is handed on to in a row. */
  private static final int MOST_CALLS = 3;

  /** Names of functions that make room. */
  private static final Pattern ENDS =
      Pattern.compile(
          "(?i)(delete|evict|remove|purge|prune|drop|trim|clear|reset|sweep|flush|shrink|expire)");

  private static final int SHOWN = 60;

  private final Expressions expressions;
  private final MapVariables variables;
  private final MapVariable variable;
  private final int calls;
  private final List<MapUse> found = new ArrayList<>();

  private MapUses(
      Expressions expressions, MapVariables variables, MapVariable variable, int calls) {
    this.expressions = expressions;
    this.variables = variables;
    this.variable = variable;
    this.calls = calls;
  }

  /** All uses in a package, in the order of its files and lines. */
  static List<MapUse> of(
      MapVariable variable, GoPackage in, Expressions expressions, MapVariables variables) {
    MapUses uses = new MapUses(expressions, variables, variable, 0);
    for (PackageFunctions.Body body : PackageFunctions.naming(in, uses.word())) {
      uses.collect(body.node(), body.context());
    }
    return uses.settled();
  }

  /** A word that every function has that uses the variable. */
  private String word() {
    return variable.name();
  }

  private void collect(Syntax body, Context context) {
    body.all()
        .filter(node -> node.is("identifier", "selector_expression", "index_expression"))
        .filter(node -> !isPartOfName(node))
        .filter(this::maybe)
        .forEach(
            node -> {
              MapVariable means = variables.of(node, context);
              if (means != null && means.same(variable)) {
                use(node, context);
              }
            });
    body.all("composite_literal").forEach(node -> literal(node, context));
  }

  /** The left part of a selector is looked at as the selector. */
  private static boolean isPartOfName(Syntax node) {
    return node.field().equals("field");
  }

  private boolean maybe(Syntax node) {
    if (node.is("selector_expression")) {
      Syntax field = node.child("field");
      return field != null && field.text().equals(variable.name());
    }
    if (node.is("index_expression")) {
      return variable.kind() == MapVariable.Kind.ELEMENT;
    }
    return true;
  }

  private void use(Syntax node, Context context) {
    Syntax at = node;
    Syntax parent = node.parent();
    boolean address = false;
    while (parent != null && isSame(parent, at)) {
      address |= parent.text().startsWith("&");
      at = parent;
      parent = parent.parent();
    }
    if (parent == null) {
      return;
    }
    if (address && !parent.is("argument_list", "selector_expression", "index_expression")) {
      add(MapUse.Kind.ESCAPE, parent, context);
      return;
    }
    switch (parent.kind()) {
      case "index_expression" -> indexed(parent, context);
      case "argument_list" -> argument(at, parent, context);
      case "selector_expression" -> method(parent, context);
      case "expression_list" -> listed(at, parent, context);
      case "var_spec" -> {
        if (parent.child("value") != null) {
          add(MapUse.Kind.MAKE, parent, context);
        }
      }
      case "return_statement", "send_statement" -> add(MapUse.Kind.ESCAPE, parent, context);
      case "literal_element" -> {
        if (!isInterface(new Literals(expressions).typeOf(parent, context))) {
          add(MapUse.Kind.ESCAPE, parent, context);
        }
      }
      default -> {
        // compared with nil, ranged over, or another place that changes nothing
      }
    }
  }

  /** Whether an expression is a variable in brackets, its address, or what it points to. */
  private static boolean isSame(Syntax outer, Syntax inner) {
    String text = outer.text();
    return outer.is("parenthesized_expression")
        || text.equals("&" + inner.text())
        || text.equals("*" + inner.text());
  }

  /** What is handed on as an interface is only looked at: a delete needs its type. */
  private boolean isInterface(Type type) {
    Type under = expressions.types().underlying(type);
    return under instanceof Type.Interface
        || (under instanceof Type.Basic basic && basic.text().equals("any"));
  }

  private void indexed(Syntax index, Context context) {
    Syntax list = index.parent();
    Syntax statement = list != null && list.is("expression_list") ? list.parent() : list;
    boolean assigned =
        statement != null
            && (statement.is("inc_statement", "dec_statement")
                || (statement.is("assignment_statement")
                    && list != null
                    && list.field().equals("left")));
    if (assigned) {
      add(MapUse.Kind.INSERT, index, context);
    }
  }

  private void listed(Syntax node, Syntax list, Context context) {
    Syntax statement = list.parent();
    if (statement == null) {
      return;
    }
    if (statement.is("return_statement")) {
      add(MapUse.Kind.ESCAPE, statement, context);
      return;
    }
    boolean left = list.field().equals("left");
    if (statement.is("short_var_declaration")) {
      if (left && !isAlias(node, list, statement, context)) {
        add(MapUse.Kind.MAKE, statement, context);
      }
      return;
    }
    if (statement.is("assignment_statement")) {
      if (left) {
        add(isFirst(node, statement) ? MapUse.Kind.MAKE : MapUse.Kind.REMAKE, statement, context);
      } else {
        add(MapUse.Kind.ESCAPE, statement, context);
      }
    }
  }

  /** Whether a new name only stands for the variable itself. */
  private boolean isAlias(Syntax node, Syntax names, Syntax statement, Context context) {
    Syntax right = statement.child("right");
    int index = names.children().indexOf(node);
    if (right == null || index < 0 || index >= right.children().size()) {
      return false;
    }
    MapVariable value = variables.of(right.children().get(index), context);
    return value != null && value.same(variable);
  }

  /** Whether an assignment gives a new owner its map, or makes one that was nil. */
  private boolean isFirst(Syntax node, Syntax statement) {
    Syntax guard = statement.enclosing("if_statement");
    if (guard != null) {
      Syntax condition = guard.child("condition");
      if (condition != null && condition.text().replace(" ", "").contains("==nil")) {
        return true;
      }
    }
    Syntax owner = node.owner();
    Binding binding = owner.is("identifier") ? Bindings.find(owner, owner.text()) : null;
    if (binding != null && binding.kind() == Binding.Kind.VARIABLE) {
      return binding.node().child("value") == null && owner != node;
    }
    if (binding == null || binding.kind() != Binding.Kind.SHORT || owner == node) {
      return PackageFunctions.nameAround(statement).equals("init");
    }
    Syntax right = binding.node().child("right");
    return right != null
        && right.all().anyMatch(n -> n.is("composite_literal") || n.text().startsWith("new("));
  }

  private void literal(Syntax node, Context context) {
    if (variable.kind() != MapVariable.Kind.FIELD) {
      return;
    }
    Syntax body = node.child("body");
    if (body == null || !body.text().contains(variable.name())) {
      return;
    }
    Type type = expressions.types().underlying(expressions.typeOf(node, context));
    if (type instanceof Type.Struct struct && variable.identity().get(0) == struct.node()) {
      for (Syntax element : body.children()) {
        Syntax key = element.child("key");
        if (key != null && key.text().equals(variable.name())) {
          add(MapUse.Kind.MAKE, element, context);
        }
      }
    }
  }

  private void method(Syntax selector, Context context) {
    Syntax call = selector.parent();
    Syntax name = selector.child("field");
    if (call == null || name == null || !call.is("call_expression")) {
      return;
    }
    Type type = variable.type();
    if (new MapOperations(expressions).isSyncMap(type)) {
      String of = name.text();
      if (DELETING.contains(of)) {
        add(MapUse.Kind.DELETE, call, context);
      } else if (of.equals("Clear")) {
        add(MapUse.Kind.CLEAR, call, context);
      } else if (STORING.contains(of)) {
        add(MapUse.Kind.INSERT, call, context);
      }
      return;
    }
    Member member = expressions.members().find(type, name.text());
    if (member != null && member.type() instanceof Type.Func function) {
      Syntax receiver = function.node().child("receiver");
      if (receiver != null) {
        follow(function, receiver, 0, call, context);
      }
    }
  }

  private void argument(Syntax node, Syntax list, Context context) {
    Syntax call = list.parent();
    Syntax function = call == null ? null : call.child("function");
    if (call == null || function == null) {
      return;
    }
    String name = function.text();
    int index = list.children().indexOf(node);
    if (name.equals("delete") || name.equals("maps.DeleteFunc")) {
      add(index == 0 ? MapUse.Kind.DELETE : MapUse.Kind.ESCAPE, call, context);
    } else if (name.equals("clear") || name.equals("maps.Clear")) {
      add(MapUse.Kind.CLEAR, call, context);
    } else if (name.equals("len")) {
      bound(call, context);
    } else if (name.equals("maps.Copy")) {
      if (index == 0) {
        add(MapUse.Kind.INSERT, call, context);
      }
    } else if (!LOOKING.contains(name) && !isLibrary(function, context)) {
      Type type = expressions.types().underlying(expressions.typeOf(function, context));
      Syntax parameters = type instanceof Type.Func func ? func.node().child("parameters") : null;
      if (type instanceof Type.Func func && parameters != null) {
        follow(func, parameters, index, call, context);
      } else {
        add(MapUse.Kind.ESCAPE, call, context);
      }
    }
  }

  /** Go's own library only reads the maps that it is given, but for package maps. */
  private boolean isLibrary(Syntax function, Context context) {
    Syntax operand = function.child("operand");
    String path =
        operand == null || Bindings.find(operand, operand.text()) != null
            ? null
            : expressions.types().importPath(operand.text(), context);
    return path != null && !path.split("/", -1)[0].contains(".");
  }

  /** What a function does to the map that it is handed, at the place of the call. */
  private void follow(
      Type.Func function, Syntax parameters, int index, Syntax call, Context context) {
    Syntax node = function.node();
    Syntax name = parameterAt(parameters, index);
    Syntax declared = name == null ? null : name.parent();
    if (declared != null
        && isInterface(expressions.types().read(declared.child("type"), function.context()))) {
      return;
    }
    if (name == null || node.child("body") == null || calls >= MOST_CALLS) {
      add(MapUse.Kind.ESCAPE, call, context);
      return;
    }
    Context inside = function.context();
    MapVariable parameter = variables.of(name, inside);
    Binding binding = Bindings.find(bodyOf(node), name.text());
    if (binding == null) {
      return;
    }
    if (parameter == null) {
      parameter =
          new MapVariable(
              MapVariable.Kind.PARAMETER,
              name.text(),
              name.text(),
              List.of(binding.node(), binding.name()),
              variable.type(),
              Place.of(name, inside));
    }
    MapUses uses = new MapUses(expressions, variables, parameter, calls + 1);
    uses.collect(bodyOf(node), inside);
    for (MapUse use : uses.found) {
      if (use.kind() != MapUse.Kind.MAKE) {
        found.add(use);
      }
    }
  }

  private static Syntax bodyOf(Syntax function) {
    Syntax body = function.child("body");
    return body == null ? function : body;
  }

  private static @Nullable Syntax parameterAt(Syntax parameters, int index) {
    int at = 0;
    for (Syntax declared : parameters.children()) {
      for (Syntax name : declared.children("name")) {
        if (at++ == index) {
          return name;
        }
      }
    }
    return null;
  }

  /** A comparison of the length that decides something, but for emptiness. */
  private void bound(Syntax call, Context context) {
    Syntax comparison = call.parent();
    while (comparison != null && comparison.is("binary_expression", "parenthesized_expression")) {
      Syntax operator = comparison.child("operator");
      Syntax left = comparison.child("left");
      Syntax right = comparison.child("right");
      if (operator != null && left != null && right != null) {
        boolean compares = operator.text().matches("<|<=|>|>=");
        Syntax other = left.holds(call) ? right : left;
        if (compares && !other.text().matches("[01]")) {
          if (limits(comparison)) {
            boolean constant = KeySets.isConstant(other, context);
            add(constant ? MapUse.Kind.BOUND : MapUse.Kind.CONFIGURED_BOUND, comparison, context);
          }
          return;
        }
      }
      comparison = comparison.parent();
    }
  }

  /** Whether something is done about a length that is over the limit, or only told. */
  private boolean limits(Syntax comparison) {
    Syntax statement = comparison.enclosing("if_statement", "for_statement");
    if (statement == null || !holdsCondition(statement, comparison)) {
      return false;
    }
    Syntax consequence = statement.child("consequence");
    Syntax body = consequence == null ? statement.child("body") : consequence;
    return body != null && body.all().anyMatch(this::makesRoom);
  }

  /** Whether a statement ends the insertion, takes entries out, or calls what does by its name. */
  private boolean makesRoom(Syntax node) {
    if (node.is("call_expression")) {
      return ENDS.matcher(called(node)).find();
    }
    Syntax left = node.is("assignment_statement") ? node.child("left") : null;
    return node.is("return_statement", "continue_statement", "break_statement")
        || (left != null
            && left.children().stream()
                .anyMatch(
                    target ->
                        target.text().matches(".*\\b" + variable.name() + "(\\[[^\\]]*\\])?")));
  }

  private static boolean holdsCondition(Syntax statement, Syntax comparison) {
    Syntax condition = statement.child("condition");
    Syntax clause = statement.first("for_clause");
    return (condition != null && condition.holds(comparison))
        || (clause != null && clause.holds(comparison))
        || statement.children().stream()
            .anyMatch(
                node -> node.field().isEmpty() && !node.is("block") && node.holds(comparison));
  }

  private static String called(Syntax call) {
    Syntax function = call.child("function");
    return function == null ? "" : function.text();
  }

  private void add(MapUse.Kind kind, Syntax node, Context context) {
    String text = node.text().replaceAll("\\s+", " ");
    found.add(
        new MapUse(
            kind,
            Place.of(node, context),
            PackageFunctions.nameAround(node),
            text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text));
  }

  /** Where no other place makes the map, the first assignment of one does. */
  private List<MapUse> settled() {
    boolean made = found.stream().anyMatch(use -> use.kind() == MapUse.Kind.MAKE);
    List<MapUse> uses = new ArrayList<>(found);
    for (int i = 0; !made && i < uses.size(); i++) {
      MapUse use = uses.get(i);
      if (use.kind() == MapUse.Kind.REMAKE && use.text().matches(".*(make\\(|map\\[).*")) {
        uses.set(i, new MapUse(MapUse.Kind.MAKE, use.at(), use.function(), use.text()));
        made = true;
      }
    }
    return uses.stream().distinct().toList();
  }
}
