package io.mapleak.source.type;

import io.mapleak.source.syntax.Syntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Type arguments as symbols tell them: {@code (*Cache[go.shape.string,go.shape.*uint8]).Add}. A
 * shape has the layout of the type that it stands for (cmd/compile/internal/types/type.go).
 */
public final class Shapes {
  private static final String PREFIX = "go.shape.";

  private Shapes() {}

  /** What the type parameters of a function or method stand for; empty where it isn't told. */
  public static Map<String, Type> bindings(Syntax function, String symbol) {
    List<String> shapes = shapes(symbol);
    Syntax parameters = function.child("type_parameters");
    List<String> names =
        parameters != null
            ? Types.parameterNames(parameters)
            : Members.receiverParameters(function);
    Map<String, Type> bound = new HashMap<>();
    for (int i = 0; i < names.size() && names.size() == shapes.size(); i++) {
      if (shapes.get(i).startsWith(PREFIX)) {
        bound.put(names.get(i), type(shapes.get(i).substring(PREFIX.length())));
      }
    }
    return bound;
  }

  private static Type type(String shape) {
    if (shape.startsWith("*")) {
      return new Type.Pointer(new Type.Basic(shape.substring(1)));
    }
    if (shape.startsWith("[]")) {
      return new Type.Slice(new Type.Basic(shape.substring(2)));
    }
    return new Type.Basic(shape.startsWith("interface") ? "any" : shape);
  }

  private static List<String> shapes(String symbol) {
    List<String> shapes = new ArrayList<>();
    int open = symbol.indexOf('[');
    int depth = 0;
    int start = open + 1;
    for (int i = open; i >= 0 && i < symbol.length(); i++) {
      char c = symbol.charAt(i);
      depth += c == '[' || c == '{' || c == '(' ? 1 : c == ']' || c == '}' || c == ')' ? -1 : 0;
      boolean last = c == ']' && depth == 0;
      if (last || (c == ',' && depth == 1)) {
        shapes.add(symbol.substring(start, i).strip());
        start = i + 1;
      }
      if (last) {
        return shapes;
      }
    }
    return List.of();
  }
}
