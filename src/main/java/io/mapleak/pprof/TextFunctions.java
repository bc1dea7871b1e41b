package io.mapleak.pprof;

import io.mapleak.profile.FunctionTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The functions of a text profile, each distinct (name, file) once, in order of arrival. */
final class TextFunctions {
  private record Function(String name, String file) {}

  private final Map<Function, Integer> indexes = new HashMap<>();
  private final List<Function> functions = new ArrayList<>();
  private final Map<String, String> strings = new HashMap<>();
  private final long mostBytes;
  private long bytes;

  TextFunctions(Limits limits) {
    this.mostBytes = limits.stringBytes();
  }

  /** Index of a function, which is added when it is new. */
  int index(TextLines lines, String name, String file) throws FormatException {
    Function function = new Function(name, file);
    Integer known = indexes.get(function);
    if (known != null) {
      return known;
    }
    Function interned = new Function(intern(lines, name), intern(lines, file));
    indexes.put(interned, functions.size());
    functions.add(interned);
    return functions.size() - 1;
  }

  private String intern(TextLines lines, String text) throws FormatException {
    String known = strings.putIfAbsent(text, text);
    if (known != null) {
      return known;
    }
    bytes += text.length() + (long) Limits.STRING_OVERHEAD;
    if (bytes > mostBytes) {
      throw lines.tooMuch("has more than " + mostBytes + " bytes of strings", "--max-string-bytes");
    }
    return text;
  }

  FunctionTable table() {
    int size = functions.size();
    long[] ids = new long[size];
    String[] names = new String[size];
    String[] files = new String[size];
    for (int i = 0; i < size; i++) {
      ids[i] = i + 1L;
      names[i] = functions.get(i).name();
      files[i] = functions.get(i).file();
    }
    return new FunctionTable(ids, names, names, files, new long[size]);
  }
}
