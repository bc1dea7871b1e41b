package io.mapleak.simulator.trace;

import io.mapleak.simulator.MapModel;

/** A model as a trace sees it: its operations by letter, its state by fields. */
interface Subject {
  /** The map. */
  MapModel map();

  /** Performs an operation; false where the design has none of this letter. */
  boolean perform(char op, int key);

  /** The fields of an op line after the hash. */
  long[] state(long hash);

  /** Their names. */
  String[] stateNames();

  /** A recorded field that cannot be compared. */
  default boolean isUnknown(int field, long recorded) {
    return false;
  }

  /** Which entries stand where. */
  long digest();

  /** The shape without the entries. */
  long shape();

  /** The fields of a checkpoint after OBJECTS. */
  long[] extra();

  /** Their names. */
  String[] extraNames();

  /** Layout figures of the header by name. */
  String[] layoutNames();

  /** Their values in the model; 1 for true. */
  long[] layout();
}
