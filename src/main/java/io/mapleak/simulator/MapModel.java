package io.mapleak.simulator;

/** A map that does what a real one does, key by key; a key is an id, 0 or more. */
public interface MapModel {
  /** {@code m[key] = value}: an insert, or an update of a key that is there. */
  void assign(int key);

  /** {@code delete(m, key)}; the key may be absent. */
  void delete(int key);

  /** {@code clear(m)}. */
  void clear();

  /** {@code for range m}: what an iteration leaves behind, which is all done at its start. */
  void range();

  /** {@code _, ok := m[key]}; of the designs here only sync.Map is changed by it. */
  boolean lookup(int key);

  /** {@code len(m)}. */
  long count();

  /** What the map has allocated. */
  Heap heap();

  /** How full the map is, and what is left to move. */
  Gauges gauges();
}
