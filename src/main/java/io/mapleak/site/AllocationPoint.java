package io.mapleak.site;

import java.util.List;

/**
 * One call instruction that allocates. Finer than a line: in {@code m[string(k)] = &T{}} the key,
 * the value and the map's own growth are three instructions, so the sizes seen at one of them
 * belong together.
 *
 * @param leafAddress address of the call instruction; where a profile has none, its line
 * @param leaf the innermost visible frame
 * @param owner the frame a user would name: the first outside sync, reflect and maps; else the leaf
 * @param callers the frames above the owner's, innermost first, a few
 * @param blocks what was allocated, by size, smallest first; no two of the same size
 */
public record AllocationPoint(
    long leafAddress, CodeLine leaf, CodeLine owner, List<CodeLine> callers, List<Block> blocks) {
  public AllocationPoint {
    callers = List.copyOf(callers);
    blocks = List.copyOf(blocks);
  }

  /** Largest block size in use, or 0. */
  public long largestInUse() {
    long largest = 0;
    for (Block block : blocks) {
      if (block.inuseSampled() > 0) {
        largest = Math.max(largest, block.bytes());
      }
    }
    return largest;
  }

  /** Live bytes, as the profile scales them. */
  public long inuseBytes() {
    long sum = 0;
    for (Block block : blocks) {
      sum += block.inuseBytes();
    }
    return sum;
  }
}
