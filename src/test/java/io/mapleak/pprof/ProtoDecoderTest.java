package io.mapleak.pprof;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.profile.Profile;
import io.mapleak.testing.ProfileDsl;
import org.junit.jupiter.api.Test;

final class ProtoDecoderTest {
  @Test
  void samplesOfOneStackShareIt() {
    Profile profile =
        ProfileDsl.heap()
            .time(1_700_000_000_000_000_000L)
            .sample("main.put store.go:12", "main.main main.go:5")
            .bytes(48)
            .values(10, 480, 4, 192)
            .sample("main.put store.go:12", "main.main main.go:5")
            .bytes(96)
            .values(1, 96, 1, 96)
            .build();

    assertThat(profile.samples().size()).isEqualTo(2);
    assertThat(profile.stacks().size()).isEqualTo(1);
    assertThat(profile.samples().stack(1)).isEqualTo(profile.samples().stack(0));
    assertThat(profile.samples().value(0, 3)).isEqualTo(192);
    assertThat(profile.labels().key(1)).isEqualTo("bytes");
    assertThat(profile.labels().number(1)).isEqualTo(96);
  }
}
