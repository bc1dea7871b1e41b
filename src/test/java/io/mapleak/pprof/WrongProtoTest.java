package io.mapleak.pprof;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.CodedInputStream;
import io.mapleak.pprof.proto.ProfileProto;
import io.mapleak.testing.ProfileDsl;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Profiles that are wrong in one place: the message must say what, where and what to do. */
final class WrongProtoTest {
  private static final String CAPTURE =
      "the tool that wrote the profile is at fault, or the file is damaged; capture it again";
  private static final String COPY = "the file is damaged or was cut; copy or capture it again";

  private static final int SAMPLE_TYPE = 1;
  private static final int SAMPLE = 2;
  private static final int MAPPING = 3;
  private static final int LOCATION = 4;
  private static final int FUNCTION = 5;
  private static final int STRING = 6;

  private static final byte[] SOUND = sound().bytes();

  private static ProfileDsl sound() {
    return ProfileDsl.heap()
        .time(1)
        .mapping(0x400000, 0x500000, "/srv/app", "")
        .sample("main.put store.go:12", "main.main main.go:5")
        .bytes(48)
        .values(10, 480, 4, 192);
  }

  /** Where the content of an element of the profile begins, found by a walk over its fields. */
  private static int placeOf(byte[] bytes, int field, int index) {
    try {
      CodedInputStream in = CodedInputStream.newInstance(bytes);
      for (int seen = 0; ; ) {
        int tag = in.readTag();
        if (tag >>> 3 == field && seen++ == index) {
          in.readUInt32();
          return in.getTotalBytesRead();
        }
        in.skipField(tag);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String message(byte[] bytes) {
    FormatException fault = Reading.fault(bytes);
    assertThat(fault).isNotNull().isNotInstanceOf(UnknownFormatException.class);
    return String.valueOf(fault.getMessage());
  }

  /** The fault of the sound profile after a change must name an element of it as its place. */
  private static void assertWrong(
      Consumer<ProfileProto.Profile.Builder> change,
      int field,
      int index,
      String path,
      String problem) {
    ProfileProto.Profile.Builder message = sound().message();
    change.accept(message);
    byte[] bytes = message.build().toByteArray();
    assertThat(message(bytes))
        .isEqualTo(
            "test.pb: %s (at byte %d, %s): %s",
            problem, placeOf(bytes, field, index), path, CAPTURE);
  }

  /**
   * The fault of the sound profile with raw bytes after it must lie this many of them behind it.
   */
  private static void assertWrongTail(
      String hex, int behind, String path, String problem, String cure) {
    assertThat(message(Reading.concat(SOUND, HexFormat.ofDelimiter(" ").parseHex(hex))))
        .isEqualTo("test.pb: %s (at byte %d, %s): %s", problem, SOUND.length + behind, path, cure);
  }

  @Test
  void theSoundProfileIsRead() {
    assertThat(Reading.read(SOUND).profile().samples().size()).isEqualTo(1);
  }

  @Test
  void aSecondTime() {
    // sound() ends with time_nanos (2 bytes), period_type (6) and period (4)
    assertThat(message(Reading.concat(SOUND, SOUND)))
        .isEqualTo(
            "test.pb: a second time: two profiles were joined into one file (at byte %d, time_nanos):"
                + " give each profile as a file of its own, or merge them with 'mapleak proto A B'",
            2 * SOUND.length - 10);
  }

  @Test
  void danglingLocation() {
    assertWrong(
        p -> p.getSampleBuilder(0).setLocationId(1, 99),
        SAMPLE,
        0,
        "sample[0].location_id[1]",
        "no location has id 99");
    assertWrong(
        p -> p.getSampleBuilder(0).setLocationId(0, 0),
        SAMPLE,
        0,
        "sample[0].location_id[0]",
        "no location has id 0");
    assertWrong(
        p -> p.addSample(p.getSample(0)).getSampleBuilder(1).setLocationId(0, -1),
        SAMPLE,
        1,
        "sample[1].location_id[0]",
        "no location has id 18446744073709551615");
  }

  @Test
  void danglingFunction() {
    assertWrong(
        p -> p.getLocationBuilder(1).getLineBuilder(0).setFunctionId(7),
        LOCATION,
        1,
        "location[1].line[0].function_id",
        "no function has id 7");
    assertWrong(
        p -> p.getLocationBuilder(0).addLineBuilder().setLine(3),
        LOCATION,
        0,
        "location[0].line[1].function_id",
        "no function has id 0");
  }

  @Test
  void danglingMapping() {
    assertWrong(
        p -> p.getLocationBuilder(0).setMappingId(2),
        LOCATION,
        0,
        "location[0].mapping_id",
        "no mapping has id 2");
  }

  @Test
  void reservedIds() {
    assertWrong(
        p -> p.getLocationBuilder(0).setId(0),
        LOCATION,
        0,
        "location[0].id",
        "id 0 is reserved, it means none");
    assertWrong(
        p -> p.getMappingBuilder(0).setId(0),
        MAPPING,
        0,
        "mapping[0].id",
        "id 0 is reserved, it means none");
    assertWrong(
        p -> p.getFunctionBuilder(1).clearId(),
        FUNCTION,
        1,
        "function[1].id",
        "id 0 is reserved, it means none");
  }

  @Test
  void doubleIds() {
    assertWrong(
        p -> p.getFunctionBuilder(1).setId(1),
        FUNCTION,
        1,
        "function[1].id",
        "id 1 is already that of function[0]");
    assertWrong(
        p -> p.addMapping(p.getMapping(0)),
        MAPPING,
        1,
        "mapping[1].id",
        "id 1 is already that of mapping[0]");
    assertWrong(
        p -> {
          p.getLocationBuilder(0).setId(1L << 40);
          p.getLocationBuilder(1).setId(1L << 40);
        },
        LOCATION,
        1,
        "location[1].id",
        "id 1099511627776 is already that of location[0]");
  }

  @Test
  void wrongNumberOfValues() {
    assertWrong(
        p -> p.getSampleBuilder(0).addValue(1),
        SAMPLE,
        0,
        "sample[0].value",
        "the sample has 5 values, the profile has 4 sample types");
    assertWrong(
        p -> p.addSample(p.getSample(0)).getSampleBuilder(1).clearValue(),
        SAMPLE,
        1,
        "sample[1].value",
        "the sample has 0 values, the profile has 4 sample types");
  }

  @Test
  void stringIndexes() {
    assertWrong(
        p -> p.getFunctionBuilder(0).setName(500),
        FUNCTION,
        0,
        "function[0].name",
        "string index 500 is outside the string table of 13");
    assertWrong(
        p -> p.getMappingBuilder(0).setBuildId(13),
        MAPPING,
        0,
        "mapping[0].build_id",
        "string index 13 is outside the string table of 13");
    assertWrong(
        p -> p.setSampleType(3, ProfileProto.ValueType.newBuilder().setType(13)),
        SAMPLE_TYPE,
        3,
        "sample_type[3].type",
        "string index 13 is outside the string table of 13");
    assertWrong(
        p -> p.getSampleBuilder(0).getLabelBuilder(0).setKey(-1),
        SAMPLE,
        0,
        "sample[0].label[0].key",
        "string index -1 is outside the string table of 13");
    assertWrong(
        p -> p.getSampleBuilder(0).getLabelBuilder(0).setStr(13),
        SAMPLE,
        0,
        "sample[0].label[0].str",
        "string index 13 is outside the string table of 13");
    assertWrong(
        p -> p.getSampleBuilder(0).getLabelBuilder(0).setNumUnit(Integer.MAX_VALUE),
        SAMPLE,
        0,
        "sample[0].label[0].num_unit",
        "string index 2147483647 is outside the string table of 13");
  }

  @Test
  void stringIndexesOfTheProfileItself() {
    assertWrongTail(
        "68 0d", 2, "comment[0]", "string index 13 is outside the string table of 13", CAPTURE);
    assertWrongTail(
        "78 4d", 2, "doc_url", "string index 77 is outside the string table of 13", CAPTURE);
    assertWrongTail(
        "5a 02 08 0d",
        2,
        "period_type.type",
        "string index 13 is outside the string table of 13",
        CAPTURE);
    // sample { label { key: 2^35 } }
    assertWrongTail(
        "12 09 1a 07 08 80 80 80 80 80 01",
        11,
        "sample[1].label[0].key",
        "string index 34359738368 is outside any string table",
        CAPTURE);
  }

  @Test
  void strings() {
    assertWrong(
        p -> p.setStringTable(0, "x"),
        STRING,
        0,
        "string_table[0]",
        "the first string must be empty");
    assertWrongTail("32 02 61 ff", 2, "string_table[13]", "the string is not valid UTF-8", CAPTURE);
  }

  @Test
  void theReplacementCharacterItselfIsValid() {
    ProfileDsl dsl = sound().comment("a\ufffdb");
    assertThat(Reading.read(dsl.bytes()).profile().header().comments()).containsExactly("a\ufffdb");
  }

  @Test
  void noSampleTypes() {
    byte[] bytes = sound().message().clearSampleType().build().toByteArray();
    assertThat(message(bytes))
        .isEqualTo(
            "test.pb: the profile has no sample types (at byte %d, sample_type): %s",
            bytes.length, CAPTURE);
  }

  @Test
  void wireTypesThatDoNotFit() {
    assertWrongTail(
        "4a 01 05", 1, "time_nanos", "wire type 2 (bytes) does not fit the field", CAPTURE);
    assertWrongTail(
        "3d 00 00 00 00",
        1,
        "drop_frames",
        "wire type 5 (fixed32) does not fit the field",
        CAPTURE);
    assertWrongTail(
        "12 09 09 01 00 00 00 00 00 00 00",
        3,
        "sample[1].location_id",
        "wire type 1 (fixed64) does not fit the field",
        CAPTURE);
    assertWrongTail(
        "22 02 20 01",
        3,
        "location[2].line",
        "wire type 0 (varint) does not fit the field",
        CAPTURE);
  }

  @Test
  void wireTypesThatProfilesDoNotUse() {
    assertWrongTail(
        "a3 06 a4 06",
        2,
        "field 100",
        "wire type 3 (group start) is not used by profiles",
        CAPTURE);
    assertWrongTail(
        "a4 06", 2, "field 100", "wire type 4 (group end) is not used by profiles", CAPTURE);
    assertWrongTail("a7 06", 2, "field 100", "wire type 7 is not used by profiles", CAPTURE);
    assertWrongTail(
        "12 04 a3 06 a4 06",
        4,
        "sample[1].field 100",
        "wire type 3 (group start) is not used by profiles",
        CAPTURE);
  }

  @Test
  void brokenWire() {
    assertWrongTail("00 01", 1, "profile", "field number 0 is reserved", COPY);
    assertWrongTail(
        "80 80 80 80 80 80 80 80 80 80 01", 10, "profile", "a varint has more than 10 bytes", COPY);
    assertWrongTail(
        "12 0d 0a 0b ff ff ff ff ff ff ff ff ff ff 01",
        14,
        "sample[1].location_id",
        "a varint has more than 10 bytes",
        COPY);
    assertWrongTail(
        "12 0c 08 ff ff ff ff ff ff ff ff ff ff 01",
        13,
        "sample[1].location_id",
        "a varint has more than 10 bytes",
        COPY);
    assertWrongTail(
        "12 04 0a 01 81 01",
        6,
        "sample[1].location_id",
        "a number runs past the end of its packed field",
        COPY);
    assertWrongTail(
        "12 03 0a 09 01",
        4,
        "sample[1].location_id",
        "the field claims 9 bytes, more than there are",
        COPY);
    assertWrongTail(
        "12 02 08 81 01",
        5,
        "sample[1].location_id",
        "the field runs past the end of its message",
        COPY);
    assertWrongTail(
        "32 ff ff ff ff 0f",
        6,
        "string_table",
        "the field claims 4294967295 bytes, more than there are",
        COPY);
    assertWrongTail("32 05 61", 3, "string_table", "the data ends in the middle of a field", COPY);
  }

  @Test
  void aCutInAFieldIsAFault() throws IOException {
    Set<Integer> ends = new HashSet<>();
    CodedInputStream in = CodedInputStream.newInstance(SOUND);
    while (!in.isAtEnd()) {
      ends.add(in.getTotalBytesRead());
      in.skipField(in.readTag());
    }
    for (int length = 0; length < SOUND.length; length++) {
      FormatException fault = Reading.fault(Arrays.copyOf(SOUND, length));
      // between two fields, what is missing shows only where something refers to it
      if (!ends.contains(length)) {
        assertThat(fault).as("cut at %d", length).isNotNull();
      }
    }
  }

  @Test
  void aFaultHasItsPartsApart() {
    int cut = placeOf(SOUND, SAMPLE, 0) + 3;
    FormatException fault = Reading.fault(Arrays.copyOf(SOUND, cut));
    assertThat(fault.file()).isEqualTo("test.pb");
    assertThat(fault.offset()).isEqualTo(cut);
    assertThat(fault.fieldPath()).isEqualTo("sample[0].location_id");
    assertThat(fault.problem()).isEqualTo("the data ends in the middle of a field");
    assertThat(fault.cure()).isEqualTo(COPY);
  }

  @Test
  void offsetsOfCompressedProfilesCountDecompressedBytes() {
    int cut = placeOf(SOUND, SAMPLE, 0) + 3;
    assertThat(message(Reading.gzip(Arrays.copyOf(SOUND, cut))))
        .isEqualTo(
            "test.pb: the data ends in the middle of a field"
                + " (at byte %d of the decompressed data, sample[0].location_id): %s",
            cut, COPY);
  }
}
