package io.mapleak.pprof;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream on a thread of its own, a few blocks ahead of its reader, so that unpacking and
 * decoding overlap. A fault of the source reaches the reader after the bytes before it. The thread
 * is a daemon; it closes the source and ends with it, or soon after {@link #close}.
 */
final class ReadAhead extends InputStream implements Runnable {
  private static final int BLOCKS = 4;
  private static final int BLOCK = 1 << 18;

  private final InputStream source;
  private final byte[][] blocks = new byte[BLOCKS][BLOCK];
  private final int[] sizes = new int[BLOCKS];
  private final Object lock = new Object();

  // guarded by the lock: the blocks from emptied to filled belong to the reader, the others to the
  // thread
  private long filled;
  private long emptied;
  private boolean ended;
  private boolean closed;
  private @Nullable Throwable fault;

  // the reader's own: where it is in the block that it empties, or -1 when it holds none
  private int position = -1;

  private ReadAhead(InputStream source) {
    this.source = source;
  }

  /** Starts reading; the source belongs to the result from then on. */
  static ReadAhead start(InputStream source) {
    ReadAhead ahead = new ReadAhead(source);
    Thread thread = new Thread(ahead, "mapleak-unpack");
    thread.setDaemon(true);
    thread.start();
    return ahead;
  }

  @Override
  public void run() {
    Throwable thrown = null;
    try (source) {
      boolean more = true;
      while (more && awaitEmpty()) {
        more = fill();
      }
    } catch (Throwable e) {
      thrown = e;
    }
    synchronized (lock) {
      fault = thrown;
      ended = true;
      lock.notifyAll();
    }
  }

  /** Fills the next block; a fault still hands over what was read before it. */
  private boolean fill() throws IOException {
    int block = (int) (filled % BLOCKS);
    int size = 0;
    int count = 0;
    try {
      while (size < BLOCK && (count = source.read(blocks[block], size, BLOCK - size)) >= 0) {
        size += count;
      }
    } finally {
      synchronized (lock) {
        sizes[block] = size;
        filled++;
        lock.notifyAll();
      }
    }
    return count >= 0;
  }

  private boolean awaitEmpty() throws InterruptedException {
    synchronized (lock) {
      while (filled - emptied == BLOCKS && !closed) {
        lock.wait();
      }
      return !closed;
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    while (true) {
      if (position < 0 && !awaitFilled()) {
        return -1;
      }
      int block = (int) (emptied % BLOCKS);
      int count = Math.min(length, sizes[block] - position);
      if (count > 0) {
        System.arraycopy(blocks[block], position, target, offset, count);
        position += count;
        return count;
      }
      synchronized (lock) {
        emptied++;
        position = -1;
        lock.notifyAll();
      }
    }
  }

  private boolean awaitFilled() throws IOException {
    synchronized (lock) {
      try {
        while (emptied == filled && !ended) {
          lock.wait();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("reading was interrupted");
      }
      if (emptied < filled) {
        position = 0;
        return true;
      }
      rethrow(fault);
      return false;
    }
  }

  private static void rethrow(@Nullable Throwable fault) throws IOException {
    if (fault instanceof IOException e) {
      throw e;
    }
    if (fault instanceof RuntimeException e) {
      throw e;
    }
    if (fault instanceof Error e) {
      throw e;
    }
  }

  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      lock.notifyAll();
    }
  }
}
