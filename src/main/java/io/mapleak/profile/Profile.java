package io.mapleak.profile;

import java.util.List;

/**
 * A pprof profile in columns of primitives, as google/pprof's profile.proto describes it: samples
 * point at shared stacks, stacks at locations, locations at lines of functions. Immutable, so it
 * may be read from many threads.
 *
 * @param header what the profile says of itself
 * @param sampleTypes what each column of values means, in file order
 * @param samples values and stacks
 * @param stacks the distinct stacks
 * @param labels the labels of the samples
 * @param locations the locations and their lines
 * @param functions the functions
 * @param mappings the mapped binaries
 */
public record Profile(
    Header header,
    List<ValueType> sampleTypes,
    SampleTable samples,
    StackTable stacks,
    LabelTable labels,
    LocationTable locations,
    FunctionTable functions,
    MappingTable mappings) {
  public Profile {
    sampleTypes = List.copyOf(sampleTypes);
  }

  /** Index of the sample type of this name, or -1. */
  public int sampleTypeIndex(String type) {
    for (int i = 0; i < sampleTypes.size(); i++) {
      if (sampleTypes.get(i).type().equals(type)) {
        return i;
      }
    }
    return -1;
  }
}
