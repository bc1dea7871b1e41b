package io.mapleak.source;

import io.mapleak.source.syntax.NoGrammarException;
import io.mapleak.source.tree.SourceOptions;
import io.mapleak.testing.TestData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The module of testdata/source/shop, asked by the marks {@code // at:NAME} of its lines. */
final class Shop {
  static final Path ROOT = TestData.file("source/shop");
  static final Path CACHE = TestData.file("source/cache");
  static final String MODULE = "example.com/shop";

  private Shop() {}

  /** Its source with that of the module that it requires. */
  static SourceTree open() {
    return open(new SourceOptions(List.of(ROOT), List.of(), List.of(CACHE), List.of()));
  }

  static SourceTree open(SourceOptions options) {
    try {
      return SourceTree.open(options);
    } catch (NoGrammarException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The answer for a line, named as a -trimpath build does.
   *
   * @param file below the module
   * @param function behind the package's path, e.g. {@code (*table).put}
   */
  static SourceAnswer at(SourceTree tree, String file, String mark, String function) {
    String symbol = MODULE + "/" + file.substring(0, file.lastIndexOf('/')) + "." + function;
    return tree.at(MODULE + "/" + file, line(ROOT.resolve(file), mark), symbol);
  }

  static MapSource map(SourceTree tree, String file, String mark, String function) {
    SourceAnswer answer = at(tree, file, mark, function);
    if (answer instanceof SourceAnswer.Map map) {
      return map.source();
    }
    throw new AssertionError(mark + ": " + answer);
  }

  /** The line that ends with a mark, from 1. */
  static int line(Path file, String mark) {
    try {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).endsWith("// at:" + mark)) {
          return i + 1;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new AssertionError("no line is marked " + mark);
  }
}
