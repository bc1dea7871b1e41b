package io.mapleak.repl;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;

/** Work that Ctrl-C stops, while the shell goes on. */
final class Interruptible {
  private Interruptible() {}

  /**
   * Runs work on a thread of its own; empty where Ctrl-C came first. The thread is interrupted
   * then, and its result dropped.
   */
  static <T> Optional<T> run(Terminal terminal, Supplier<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                result.complete(work.get());
              } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
              }
            },
            "line");
    thread.setDaemon(true);
    SignalHandler before =
        terminal.handle(
            Signal.INT,
            signal -> {
              result.cancel(false);
              thread.interrupt();
            });
    thread.start();
    try {
      return Optional.of(result.join());
    } catch (CancellationException e) {
      return Optional.empty();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error fault) {
        throw fault;
      }
      throw e;
    } finally {
      terminal.handle(Signal.INT, before);
    }
  }
}
