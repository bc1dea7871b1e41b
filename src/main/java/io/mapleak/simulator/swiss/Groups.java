package io.mapleak.simulator.swiss;

import io.mapleak.gomap.SwissLayout;
import java.util.Arrays;
import java.util.function.IntConsumer;

/** An array of groups in columns, 5 bytes a slot: control byte and key id. Elems have no model. */
public final class Groups {
  private final long[] controls;
  private final int[] keys;

  /** So many empty groups, a power of two. */
  Groups(int length) {
    controls = new long[length];
    keys = new int[length * SwissLayout.SLOTS];
    setEmpty();
  }

  /** Groups. */
  public int length() {
    return controls.length;
  }

  /** The largest index, with all bits below it. */
  int mask() {
    return controls.length - 1;
  }

  /** The 8 control bytes of a group. */
  public long controls(int group) {
    return controls[group];
  }

  /** The key id in a slot; without meaning where the slot is not full. */
  public int key(int group, int slot) {
    return keys[group * SwissLayout.SLOTS + slot];
  }

  void set(int group, int slot, int control, int key) {
    setControl(group, slot, control);
    keys[group * SwissLayout.SLOTS + slot] = key;
  }

  void setControl(int group, int slot, int control) {
    controls[group] = ControlWord.with(controls[group], slot, control);
  }

  /** Every key, slot by slot. */
  void forEachKey(IntConsumer action) {
    for (int g = 0; g < controls.length; g++) {
      for (long m = ControlWord.matchFull(controls[g]); m != 0; m &= m - 1) {
        action.accept(key(g, ControlWord.first(m)));
      }
    }
  }

  void setEmpty() {
    Arrays.fill(controls, ControlWord.ALL_EMPTY);
  }
}
