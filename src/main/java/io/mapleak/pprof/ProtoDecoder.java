package io.mapleak.pprof;

import io.mapleak.profile.LabelTable;
import io.mapleak.profile.LocationTable;
import io.mapleak.profile.Profile;
import io.mapleak.profile.SampleTable;
import io.mapleak.profile.StackTable;
import io.mapleak.profile.ValueType;
import java.io.IOException;
import java.util.List;

/**
 * Reads a profile in its protobuf form in one pass. Fields may come in any order and repeated
 * numbers packed or not; what refers to something later in the file (ids, strings) is looked up at
 * the end. Fields that profile.proto does not have are passed over.
 */
final class ProtoDecoder {
  private final Content content;
  private final Wire wire;
  private final StringColumn strings;
  private final HeaderFields header;
  private final SampleColumns samples;
  private final MappingColumns mappings;
  private final LocationColumns locations;
  private final FunctionColumns functions;

  private ProtoDecoder(Content content, Limits limits) {
    TableBudget budget = new TableBudget(content, limits);
    this.content = content;
    this.wire = new Wire(content);
    this.strings = new StringColumn(content, limits);
    this.header = new HeaderFields(content, budget);
    this.samples = new SampleColumns(content, limits, budget);
    this.mappings = new MappingColumns(budget);
    this.locations = new LocationColumns(content, budget);
    this.functions = new FunctionColumns(budget);
  }

  /** The profile of a content that was recognised as one. */
  static Profile decode(Content content, Limits limits) throws IOException {
    ProtoDecoder decoder = new ProtoDecoder(content, limits);
    try {
      decoder.read();
    } catch (DamagedException e) {
      throw decoder.wire.broken(e);
    }
    return decoder.profile();
  }

  private void read() throws IOException {
    for (int tag = wire.topTag(); tag != 0; tag = wire.topTag()) {
      switch (tag) {
        case 10 -> header.sampleType(wire, wire.end());
        case 18 -> samples.read(wire, wire.end());
        case 26 -> mappings.read(wire, wire.end());
        case 34 -> locations.read(wire, wire.end());
        case 42 -> functions.read(wire, wire.end());
        case 50 -> strings.read(wire, wire.end());
        case 56, 64, 72, 80, 96, 112, 120 -> header.scalar(wire, tag >>> 3);
        case 90 -> header.periodType(wire, wire.end());
        case 104 -> header.comment(wire);
        case 106 -> {
          for (int last = wire.end(); wire.more(last); ) {
            header.comment(wire);
          }
        }
        default -> wire.skip(tag, Integer.MAX_VALUE);
      }
    }
  }

  private Profile profile() throws FormatException {
    if (header.typeCount() == 0) {
      throw content.invalid(wire.position(), "sample_type", "the profile has no sample types");
    }
    List<ValueType> types = header.sampleTypes(strings);
    SampleTable values = samples.table(types.size());
    LocationTable places = locations.table(mappings.index(content), functions.index(content));
    StackTable stacks = samples.stacks(locations.index());
    LabelTable labels = samples.labels(strings);
    return new Profile(
        header.header(strings),
        types,
        values,
        stacks,
        labels,
        places,
        functions.table(strings),
        mappings.table(strings));
  }
}
