package io.mapleak.view;

import io.mapleak.profile.Profile;

/**
 * Where a heap profile of Go keeps its four values.
 *
 * @param inuseObjects index of the sample type
 * @param inuseSpace index of the sample type
 * @param allocObjects index of the sample type
 * @param allocSpace index of the sample type
 */
public record HeapTypes(int inuseObjects, int inuseSpace, int allocObjects, int allocSpace) {
  /**
   * The four indexes.
   *
   * @throws UnknownSampleTypeException when the profile lacks one of them
   */
  public static HeapTypes of(Profile profile) throws UnknownSampleTypeException {
    return new HeapTypes(
        SampleTypes.index(profile, "inuse_objects"),
        SampleTypes.index(profile, "inuse_space"),
        SampleTypes.index(profile, "alloc_objects"),
        SampleTypes.index(profile, "alloc_space"));
  }
}
