package io.mapleak.source;

import io.mapleak.source.syntax.Declaration;
import io.mapleak.source.syntax.GoFile;
import io.mapleak.source.syntax.Syntax;
import io.mapleak.source.tree.GoPackage;
import io.mapleak.source.type.Binding;
import io.mapleak.source.type.Bindings;
import io.mapleak.source.type.Context;
import io.mapleak.source.type.Expressions;
import io.mapleak.source.type.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which maps live as long as the process, as far as their package shows it: those in package
 * variables, and in structs that hold a lock, as only what goroutines share needs one, or that a
 * package variable holds. A map in any other struct may die with it.
 */
final class Lifetimes {
  /** Types of package sync that guard the struct that they stand in. */
  private static final Set<String> LOCKS = Set.of("sync.Mutex", "sync.RWMutex", "sync.Map");

  private final Expressions expressions;
  private final Set<Syntax> global = new HashSet<>();

  Lifetimes(GoPackage in, Expressions expressions) {
    this.expressions = expressions;
    for (GoFile file : in.files()) {
      Context context = new Context(in, file, Map.of());
      for (Declaration declaration : file.declarations()) {
        if (declaration.kind().equals("var_declaration")) {
          GoPackage.specs(declaration.syntax()).forEach(spec -> addGlobal(spec, context));
        }
      }
    }
  }

  private void addGlobal(Syntax spec, Context context) {
    List<Syntax> names = spec.children("name");
    for (int i = 0; i < names.size(); i++) {
      Binding binding = new Binding(Binding.Kind.VARIABLE, spec, i, names.get(i).text());
      Type type = expressions.types().pointee(expressions.typeOf(binding, spec, context));
      if (expressions.types().underlying(type) instanceof Type.Struct struct) {
        global.add(struct.node());
      }
    }
  }

  /** Why a variable lives long; empty where nothing shows that it does. */
  String reason(MapVariable variable) {
    if (variable.kind() == MapVariable.Kind.PACKAGE_VARIABLE) {
      return variable.title() + " lives as long as the process";
    }
    if (variable.kind() != MapVariable.Kind.FIELD
        || !(variable.identity().get(0) instanceof Syntax struct)) {
      return "";
    }
    if (global.contains(struct)) {
      return "a package variable holds its struct";
    }
    Syntax list = struct.first("field_declaration_list");
    if (list != null) {
      for (Syntax declared : list.children()) {
        Syntax type = declared.child("type");
        if (type != null && isLock(type)) {
          return "its struct holds a " + type.text() + ", so goroutines share it";
        }
      }
    }
    return "";
  }

  static boolean isLock(Syntax type) {
    return LOCKS.contains(type.text().replaceFirst("^\\*", ""));
  }

  /** Whether the owner of a map is made in the same function: what is filled there is bounded. */
  static boolean isFresh(@Nullable Syntax map) {
    Syntax owner = map == null ? null : map.owner();
    if (owner == null || owner == map || !owner.is("identifier")) {
      return false;
    }
    Binding binding = Bindings.find(owner, owner.text());
    if (binding == null) {
      return false;
    }
    return switch (binding.kind()) {
      case SHORT -> {
        Syntax right = binding.node().child("right");
        yield right != null
            && right.children().stream()
                .anyMatch(value -> value.text().matches("(?s)&?[\\w.\\[\\], ]+\\{.*|new\\(.*"));
      }
      case VARIABLE -> binding.node().child("value") == null;
      case RESULT -> true;
      default -> false;
    };
  }
}
