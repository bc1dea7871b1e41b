package io.mapleak.pprof;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.pprof.proto.ProfileProto;
import io.mapleak.profile.Profile;
import io.mapleak.testing.ProfileDsl;
import io.mapleak.testing.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

final class ProtoDecoderTest {
  private static final int SEEDS = 100;

  @Test
  void agreesWithTheGeneratedClassOnRandomProfiles() {
    for (int seed = 0; seed < SEEDS; seed++) {
      ProfileProto.Profile message = RandomProfiles.of(seed);
      Oracle.assertSame(message, Reading.read(message.toByteArray()).profile());
    }
  }

  @Test
  void fieldsMayStandInAnyOrderUnpackedAndBetweenUnknownOnes() throws IOException {
    for (int seed = 0; seed < SEEDS; seed++) {
      byte[] loose = new LooseWriter(seed).profile(RandomProfiles.of(seed).toByteArray());
      Oracle.assertSame(ProfileProto.Profile.parseFrom(loose), Reading.read(loose).profile());
    }
  }

  @Test
  void agreesWithTheGeneratedClassOnARealProfile() throws IOException {
    var file = TestData.file("go1.26-batchindex/heap-09.pb.gz");
    Decoded decoded = ProfileReader.read(file, Limits.DEFAULT);
    try (var in = new GZIPInputStream(Files.newInputStream(file))) {
      Oracle.assertSame(ProfileProto.Profile.parseFrom(in), decoded.profile());
    }
    assertThat(decoded.encoding()).isEqualTo(Encoding.PROTO);
    assertThat(decoded.notes()).isEmpty();
  }

  @Test
  void locationsNeedNoMapping() throws IOException {
    Profile profile =
        ProfileReader.read(TestData.file("pprof/go.nomappings.crash"), Limits.DEFAULT).profile();
    assertThat(profile.mappings().size()).isZero();
    assertThat(profile.locations().mapping(0)).isEqualTo(-1);
    assertThat(profile.samples().size()).isEqualTo(2);
  }

  @Test
  void samplesOfOneStackShareIt() {
    Profile profile =
        ProfileDsl.heap()
            .sample("main.put store.go:12", "main.main main.go:5")
            .bytes(48)
            .values(10, 480, 4, 192)
            .sample("main.main main.go:5")
            .values(0, 0, 0, 0)
            .sample("main.put store.go:12", "main.main main.go:5")
            .bytes(96)
            .values(1, 96, 1, 96)
            .build();

    assertThat(profile.stacks().size()).isEqualTo(2);
    assertThat(profile.samples().stack(2)).isEqualTo(profile.samples().stack(0));
    assertThat(profile.samples().value(0, 3)).isEqualTo(192);
    assertThat(profile.labels().start(1)).isEqualTo(profile.labels().end(1));
    assertThat(profile.labels().number(profile.labels().start(2))).isEqualTo(96);
  }

  @Test
  void aLabelWithoutAnyValueIsDroppedAndOneWithTextLosesItsNumber() {
    ProfileDsl dsl = ProfileDsl.empty().type("t", "u");
    int key = dsl.string("key");
    dsl.sample("f").label("key", "").label("key", "text").values(1);
    dsl.message().getSampleBuilder(0).getLabelBuilder(1).setNum(7).setNumUnit(key);
    Profile profile = dsl.build();

    assertThat(profile.labels().end(0)).isEqualTo(1);
    assertThat(profile.labels().text(0)).isEqualTo("text");
    assertThat(profile.labels().number(0)).isZero();
    assertThat(profile.labels().unit(0)).isEmpty();
  }

  @Test
  void theLastOfASingleFieldCounts() {
    byte[] twice =
        Reading.concat(
            ProfileDsl.heap().bytes(),
            ProfileProto.Profile.newBuilder().setPeriod(7).build().toByteArray());
    assertThat(Reading.read(twice).profile().header().period()).isEqualTo(7);
  }

  @Test
  void aProfileMayHaveNoSamples() {
    Profile profile = ProfileDsl.heap().build();
    assertThat(profile.samples().size()).isZero();
    assertThat(profile.stacks().size()).isZero();
    assertThat(profile.sampleTypeIndex("inuse_space")).isEqualTo(3);
  }
}
