package io.mapleak.repl;

import io.mapleak.command.Memory;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was asked for last; lets go of it where the heap runs short. Safe for several threads:
 * a command that was interrupted may still end behind the next.
 */
final class KeptResults implements Memory {
  /** Results kept: some series, and the answers of a screenful of lines. */
  private static final int MOST = 64;

  private final Map<Object, SoftReference<Object>> kept =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, SoftReference<Object>> eldest) {
          return size() > MOST;
        }
      };

  @Override
  public synchronized @Nullable Object find(Object key) {
    SoftReference<Object> found = kept.get(key);
    return found == null ? null : found.get();
  }

  @Override
  public synchronized void keep(Object key, Object value) {
    kept.put(key, new SoftReference<>(value));
  }
}
