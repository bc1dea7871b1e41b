package io.mapleak.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackFrameTest {
  private static StackFrame frame(String function) {
    return new StackFrame(function, "", 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "panic",
        "runtime.gopark",
        "internal/runtime/maps.fatal",
        "net/http.(*conn).serve",
        "sync.(*Map).Store",
        "vendor/golang.org/x/net/http2.f",
        "encoding/json.Unmarshal"
      })
  void ofGo(String function) {
    assertThat(frame(function).isStandard()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "main.main",
        "example.com/net/http.f",
        "github.com/a/sync.(*Map).Store",
        "session.put",
        "netx/http.f",
        "golang.org/x/sync/errgroup.(*Group).Wait"
      })
  void ofUsers(String function) {
    assertThat(frame(function).isStandard()).isFalse();
  }

  @Test
  void aGroupStandsAtTheUsersInnermostLineOrWhereItBegan() {
    List<StackFrame> all = List.of(frame("runtime.gopark"), frame("a.b/c.f"), frame("main.main"));
    assertThat(group(all).at()).isEqualTo(frame("a.b/c.f"));
    assertThat(group(all).entry()).isEqualTo(frame("main.main"));
    List<StackFrame> library =
        List.of(frame("runtime.gopark"), frame("net/http.(*conn).serve"), frame("runtime.goexit"));
    assertThat(group(library).at()).isEqualTo(frame("net/http.(*conn).serve"));
    assertThat(group(List.of()).at()).isNull();
  }

  private static GoroutineGroup group(List<StackFrame> frames) {
    return new GoroutineGroup(1, "", 0, false, frames, null);
  }
}
