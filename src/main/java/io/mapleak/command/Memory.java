package io.mapleak.command;

import org.jspecify.annotations.Nullable;

/** What a shell keeps of one command for the next: profiles that were read, series, answers. */
public interface Memory {
  /** Keeps nothing: the process ends with the command. */
  Memory NONE =
      new Memory() {
        @Override
        public @Nullable Object find(Object key) {
          return null;
        }

        @Override
        public void keep(Object key, Object value) {}
      };

  /** What was kept under a key; null when nothing was. */
  @Nullable Object find(Object key);

  /** Keeps an immutable value under a key that equals only what asks for the same. */
  void keep(Object key, Object value);
}
