package io.mapleak.view;

import io.mapleak.profile.Profile;
import io.mapleak.profile.ValueType;
import java.util.stream.Collectors;

/** Chooses the sample type to show, as google/pprof's {@code -sample_index} (profile/index.go). */
public final class SampleTypes {
  private static final String IN_USE = "inuse_";

  private SampleTypes() {}

  /**
   * Index of the sample type that a user's word means.
   *
   * @param choice a type's name or index; {@code inuse_space} finds the older {@code space} too;
   *     empty: the profile's default, otherwise its last
   * @throws UnknownSampleTypeException when the profile has no such type, or none at all
   */
  public static int index(Profile profile, String choice) throws UnknownSampleTypeException {
    int count = profile.sampleTypes().size();
    if (count == 0) {
      throw new UnknownSampleTypeException("the profile has no sample types");
    }
    if (choice.isEmpty()) {
      String preferred = profile.header().defaultSampleType();
      int index = preferred.isEmpty() ? -1 : profile.sampleTypeIndex(preferred);
      return index < 0 ? count - 1 : index;
    }
    if (isNumber(choice)) {
      int index = choice.length() > 9 ? count : Integer.parseInt(choice);
      if (index < 0 || index >= count) {
        throw new UnknownSampleTypeException(
            "sample_index " + choice + " is outside the range [0.." + (count - 1) + "]");
      }
      return index;
    }
    String older = choice.startsWith(IN_USE) ? choice.substring(IN_USE.length()) : choice;
    for (int i = 0; i < count; i++) {
      String type = profile.sampleTypes().get(i).type();
      if (type.equals(choice) || type.equals(older)) {
        return i;
      }
    }
    throw new UnknownSampleTypeException(
        "sample_index '"
            + choice
            + "' must be one of: "
            + profile.sampleTypes().stream()
                .map(ValueType::type)
                .collect(Collectors.joining(", ")));
  }

  private static boolean isNumber(String choice) {
    int start = choice.charAt(0) == '-' || choice.charAt(0) == '+' ? 1 : 0;
    for (int i = start; i < choice.length(); i++) {
      if (choice.charAt(i) < '0' || choice.charAt(i) > '9') {
        return false;
      }
    }
    return choice.length() > start;
  }
}
