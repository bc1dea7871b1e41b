package io.mapleak.simulator.trace;

import io.mapleak.gomap.SwissLayout;
import io.mapleak.simulator.MapModel;
import io.mapleak.simulator.swiss.ControlWord;
import io.mapleak.simulator.swiss.Groups;
import io.mapleak.simulator.swiss.SwissMap;
import io.mapleak.simulator.swiss.Table;
import java.util.List;

/** A Swiss map under a trace. */
final class SwissSubject implements Subject {
  private static final String[] STATE = {
    "used",
    "dirLen",
    "globalDepth",
    "tombstonePossible",
    "clearSeq",
    "table.index",
    "table.capacity",
    "table.used",
    "table.growthLeft",
    "table.localDepth"
  };
  private static final String[] EXTRA = {"tables", "tombstones"};
  private static final String[] LAYOUT = {"groupSize", "slotSize", "groupPointers"};

  /** The key id of a tombstone in digests. */
  private static final int NO_KEY = -1;

  private final SwissMap map;
  private final long[] layout;

  SwissSubject(SwissMap map) {
    this.map = map;
    layout =
        new long[] {
          map.layout().groupBytes(), map.layout().slotBytes(), map.groupPointers() ? 1 : 0
        };
  }

  @Override
  public MapModel map() {
    return map;
  }

  @Override
  public boolean perform(char op, int key) {
    switch (op) {
      case 'i' -> map.assign(key);
      case 'd' -> map.delete(key);
      case 'c', 'x' -> map.clear();
      case 'r' -> map.range();
      case 'k' -> map.cloneInPlace();
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public long[] state(long hash) {
    Table table = map.table(hash);
    int slots = map.small() == null ? 0 : SwissLayout.SLOTS;
    return new long[] {
      map.count(),
      map.dirLen(),
      map.globalDepth(),
      map.notesTombstones() ? (map.tombstonePossible() ? 1 : 0) : -1,
      map.clearSeq(),
      table == null ? -1 : table.index(),
      table == null ? slots : table.capacity(),
      table == null ? map.count() : table.used(),
      table == null ? 0 : table.growthLeft(),
      table == null ? 0 : table.localDepth()
    };
  }

  @Override
  public String[] stateNames() {
    return STATE;
  }

  @Override
  public long digest() {
    Fnv1a digest = new Fnv1a();
    Groups small = map.small();
    if (small != null) {
      slots(digest, 0, small);
    }
    int ordinal = 0;
    for (Table table : map.tables()) {
      slots(digest, ordinal++, table.groups());
    }
    return digest.value();
  }

  private static void slots(Fnv1a digest, int table, Groups groups) {
    for (int g = 0; g < groups.length(); g++) {
      long controls = groups.controls(g);
      for (int slot = 0; slot < SwissLayout.SLOTS; slot++) {
        int control = ControlWord.at(controls, slot);
        if (control != ControlWord.EMPTY) {
          digest.u32(table);
          digest.u16(g);
          digest.u8(slot);
          digest.u8(control);
          digest.u32(control == ControlWord.DELETED ? NO_KEY : groups.key(g, slot));
        }
      }
    }
  }

  @Override
  public long shape() {
    Fnv1a shape = new Fnv1a();
    for (Table table : map.tables()) {
      shape.u32(table.index());
      shape.u16(table.capacity());
      shape.u16(table.used());
      shape.u16(table.growthLeft());
      shape.u8(table.localDepth());
    }
    return shape.value();
  }

  @Override
  public long[] extra() {
    List<Table> tables = map.tables();
    long tombstones = 0;
    for (Table table : tables) {
      tombstones += table.tombstones();
    }
    return new long[] {tables.size(), tombstones};
  }

  @Override
  public String[] extraNames() {
    return EXTRA;
  }

  @Override
  public String[] layoutNames() {
    return LAYOUT;
  }

  @Override
  public long[] layout() {
    return layout;
  }
}
