package io.mapleak.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The options that name profiles to subtract, as google/pprof spells them; each may be repeated.
 */
final class BaselineOptions {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = {"-base", "--base"},
      paramLabel = "FILE",
      description = "Subtract this profile; percentages are of all absolute differences.")
  private List<String> base = new ArrayList<>();

  @Option(
      names = {"-diff_base", "--diff_base", "--diff-base"},
      paramLabel = "FILE",
      description = "Subtract this profile; percentages are of its total.")
  private List<String> diffBase = new ArrayList<>();

  @Option(
      names = {"-normalize", "--normalize"},
      paramLabel = "BOOL",
      arity = "0..1",
      fallbackValue = "true",
      description = "First scale the profile to the total of the one subtracted.")
  private boolean normalize;

  /** The files named, none or more. */
  List<String> files() {
    List<String> bases = base.stream().filter(file -> !file.isEmpty()).toList();
    List<String> diffBases = diffBase.stream().filter(file -> !file.isEmpty()).toList();
    if (!bases.isEmpty() && !diffBases.isEmpty()) {
      throw wrong("-base and -diff_base exclude each other: give one");
    }
    if (normalize && bases.isEmpty() && diffBases.isEmpty()) {
      throw wrong("-normalize needs -base or -diff_base: name the profile to compare with");
    }
    return bases.isEmpty() ? diffBases : bases;
  }

  /** Whether percentages are of the total of what is subtracted. */
  boolean ofTotal() {
    return diffBase.stream().anyMatch(file -> !file.isEmpty());
  }

  boolean normalized() {
    return normalize;
  }

  private ParameterException wrong(String message) {
    if (spec == null) {
      throw new IllegalStateException(message);
    }
    return new ParameterException(spec.commandLine(), message);
  }
}
