package io.mapleak.source;

import io.mapleak.source.syntax.Syntax;
import io.mapleak.source.type.Binding;
import io.mapleak.source.type.Bindings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether several goroutines of one loop write a map that none of them made, with no lock in sight
 * (fatal error: concurrent map writes, runtime/map.go).
 */
final class GoroutineWrites {
  private GoroutineWrites() {}

  /** The go statement in a loop around a write; null where there is none, or the write is safe. */
  static @Nullable Syntax unlocked(Syntax write, Syntax map) {
    Syntax literal = write.enclosing("func_literal");
    while (literal != null && !isStarted(literal)) {
      if (isHandedOn(literal)) {
        return null;
      }
      literal = literal.enclosing("func_literal");
    }
    Syntax go = literal == null ? null : literal.enclosing("go_statement");
    Syntax loop = go == null ? null : go.enclosing("for_statement", "func_literal");
    if (literal == null || go == null || loop == null || !loop.is("for_statement")) {
      return null;
    }
    return isMadeIn(map, loop) || isGuarded(write, literal, loop) ? null : go;
  }

  /** Whether a function literal is what a go statement calls. */
  private static boolean isStarted(Syntax literal) {
    Syntax call = literal.parent();
    Syntax statement = call == null ? null : call.parent();
    return literal.field().equals("function") && statement != null && statement.is("go_statement");
  }

  /** Whether a function is given to another one, which may call it under a lock, or once. */
  private static boolean isHandedOn(Syntax literal) {
    Syntax list = literal.parent();
    return list != null && list.is("argument_list");
  }

  private static boolean isMadeIn(Syntax map, Syntax loop) {
    Syntax owner = map.owner();
    Binding binding = owner.is("identifier") ? Bindings.find(owner, owner.text()) : null;
    return binding != null && loop.holds(binding.node());
  }

  /** A lock, a channel that is sent to before the write, or a loop that waits for each. */
  private static boolean isGuarded(Syntax write, Syntax literal, Syntax loop) {
    List<String> before =
        literal
            .all("call_expression")
            .filter(call -> call.start() < write.start())
            .map(GoroutineWrites::called)
            .toList();
    boolean locked =
        before.stream().anyMatch(name -> name.matches("(?i).*\\.?(r?lock|acquire|do)"));
    boolean sends =
        literal.all().anyMatch(n -> n.is("send_statement") && n.start() < write.start());
    boolean waits =
        loop.all("call_expression")
            .anyMatch(call -> !literal.holds(call) && called(call).endsWith(".Wait"));
    return locked || sends || waits;
  }

  private static String called(Syntax call) {
    Syntax function = call.child("function");
    return function == null ? "" : function.text();
  }
}
