package io.mapleak.view;

import java.io.IOException;
import java.util.List;

/** Where source code is read from. */
public interface SourceLines {
  /**
   * The lines of a source file.
   *
   * @param path as the profile has it
   * @throws IOException when there is no such file; the message says where it was looked for
   */
  List<String> of(String path) throws IOException;
}
