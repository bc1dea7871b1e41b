package io.mapleak.command;

import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** The options that choose the sample type, as google/pprof spells them. */
final class SampleTypeOptions {
  @Option(
      names = {"-sample_index", "--sample_index", "--sample-index"},
      paramLabel = "TYPE",
      description = "Sample type to show, by name or index (default: the profile's own choice).")
  private String sampleIndex = "";

  @Option(
      names = {"-inuse_space", "--inuse_space"},
      description = "Same as -sample_index=inuse_space.")
  private boolean inuseSpace;

  @Option(
      names = {"-inuse_objects", "--inuse_objects"},
      description = "Same as -sample_index=inuse_objects.")
  private boolean inuseObjects;

  @Option(
      names = {"-alloc_space", "--alloc_space"},
      description = "Same as -sample_index=alloc_space.")
  private boolean allocSpace;

  @Option(
      names = {"-alloc_objects", "--alloc_objects"},
      description = "Same as -sample_index=alloc_objects.")
  private boolean allocObjects;

  /** The type asked for, empty when none was; of several the first counts, others are told of. */
  String choice(PrintWriter err) {
    String choice = sampleIndex;
    choice = choose(choice, inuseSpace, "inuse_space", err);
    choice = choose(choice, inuseObjects, "inuse_objects", err);
    choice = choose(choice, allocSpace, "alloc_space", err);
    return choose(choice, allocObjects, "alloc_objects", err);
  }

  private static String choose(String choice, boolean given, String type, PrintWriter err) {
    if (given && !choice.isEmpty()) {
      err.print("mapleak: several sample types asked for: -" + type + " is ignored\n");
      err.flush();
      return choice;
    }
    return given ? type : choice;
  }
}
