package io.mapleak.simulator.trace;

/** FNV-1a of 64 bits (Fowler, Noll, Vo) over little-endian unsigned numbers without padding. */
final class Fnv1a {
  private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 1099511628211L;

  private long value = OFFSET_BASIS;

  void u8(int number) {
    value = (value ^ (number & 0xff)) * PRIME;
  }

  void u16(int number) {
    u8(number);
    u8(number >>> 8);
  }

  void u32(int number) {
    u16(number);
    u16(number >>> 16);
  }

  void u64(long number) {
    u32((int) number);
    u32((int) (number >>> 32));
  }

  long value() {
    return value;
  }
}
