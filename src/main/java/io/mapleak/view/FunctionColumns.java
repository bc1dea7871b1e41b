package io.mapleak.view;

import io.mapleak.profile.FunctionTable;

/** A function table of rows of another, under other names, and of rows that are made up. */
final class FunctionColumns {
  private final long[] ids;
  private final String[] names;
  private final String[] systemNames;
  private final String[] files;
  private final long[] startLines;
  private int size;

  FunctionColumns(int capacity) {
    ids = new long[capacity];
    names = new String[capacity];
    systemNames = new String[capacity];
    files = new String[capacity];
    startLines = new long[capacity];
  }

  /** Adds a function of another table, with a name of its own. */
  void copy(FunctionTable from, int function, String name) {
    ids[size] = from.id(function);
    names[size] = name;
    systemNames[size] = from.systemName(function);
    files[size] = from.file(function);
    startLines[size] = from.startLine(function);
    size++;
  }

  /** Adds a function that no table has. */
  void add(long id, String name, String file) {
    ids[size] = id;
    names[size] = name;
    systemNames[size] = "";
    files[size] = file;
    size++;
  }

  /** The table, once as many were added as there is room for. */
  FunctionTable table() {
    return new FunctionTable(ids, names, systemNames, files, startLines);
  }
}
