package io.mapleak.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.pprof.ProfileWriter;
import io.mapleak.profile.Profile;
import io.mapleak.testing.Sessions;
import io.mapleak.testing.TestData;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --source} beside profiles of a session store, and alone. */
final class SourceOptionTest {
  /** Lines of {@code session/store.go} that {@link Sessions} names. */
  private static final int CREATE = 21;

  private static final int PUT = 43;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path temp = Path.of("");

  private Path dumps = Path.of("");
  private Path source = Path.of("");

  @BeforeEach
  void lay() throws IOException {
    dumps = Files.createDirectory(temp.resolve("dumps"));
    source = Files.createDirectory(temp.resolve("source"));
    List<Profile> profiles =
        Sessions.leaking(40_000, 80_000, 120_000, 160_000, 200_000, 240_000, 280_000, 320_000);
    for (int i = 0; i < profiles.size(); i++) {
      try (OutputStream to = Files.newOutputStream(dumps.resolve("heap-" + i + ".pb.gz"))) {
        ProfileWriter.write(profiles.get(i), to);
      }
    }
    Files.writeString(source.resolve("go.mod"), "module session\n");
    Files.writeString(
        source.resolve("session.go"), "package session\n" + "\n".repeat(32) + SESSION);
  }

  private static final String SESSION =
      "func newSession(id string) *Session {\n\treturn &Session{id: id}\n}\n";

  /** A store whose statements stand at the lines of the profiles. */
  private void store(String key, String elem, String put, String rest) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("package session");
    lines.add("type Session struct { id string; body [240]byte }");
    lines.add("type Store struct { sessions map[" + key + "]" + elem + " }");
    lines.add("func newStore() *Store { return &Store{sessions: map[" + key + "]" + elem + "{}} }");
    pad(lines, CREATE - 2);
    lines.add("func (s *Store) Create(id string, raw []byte) {");
    lines.add("\tone := newSession(id)");
    lines.add("\ts.put(id, raw, one)");
    lines.add("}");
    pad(lines, PUT - 2);
    lines.add("func (s *Store) put(id string, raw []byte, one *Session) {");
    lines.add("\t" + put);
    lines.add("}");
    lines.add(rest);
    Files.write(source.resolve("store.go"), lines);
  }

  private static void pad(List<String> lines, int to) {
    while (lines.size() < to) {
      lines.add("");
    }
  }

  private String analyze(String... more) {
    List<String> args = new ArrayList<>(List.of("analyze", "--source", source.toString()));
    args.addAll(List.of(more));
    args.add(dumps.toString());
    run(args.toArray(String[]::new));
    return out.toString();
  }

  private int run(String... args) {
    Surroundings surroundings =
        new Surroundings(
            InputStream.nullInputStream(), false, false, StandardCharsets.UTF_8, Map.of());
    return Mapleak.commandLine(surroundings, "0")
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  @Test
  void aMapThatNothingEmptiesIsProved() throws IOException {
    store("string", "*Session", "s.sessions[id] = one", "");
    assertThat(analyze())
        .contains("LEAK  grow-never-delete  proof, high", "nothing in its package deletes");
  }

  @Test
  void deletesAreToldWithTheirPlaces() throws IOException {
    String rest = "func (s *Store) End(id string) { delete(s.sessions, id) }";
    store("string", "*Session", "s.sessions[id] = one", rest);
    assertThat(analyze())
        .contains("grow-never-delete  strong, high", "entries are deleted at", "(Store.End)");
  }

  @Test
  void aConstantBoundRefutes() throws IOException {
    store("string", "*Session", "s.sessions[id] = one", "");
    append(
        "func (s *Store) full() bool { if len(s.sessions) > 1000 { return true }; return false }");
    assertThat(analyze("--format", "json"))
        .contains("\"severity\": \"low\"", "\"evidence_level\": \"suspicion\"")
        .contains("its length is held against a constant");
  }

  @Test
  void aBoundThatIsSetElsewhereIsWorthALook() throws IOException {
    store("string", "*Session", "s.sessions[id] = one", "");
    append("var most int");
    append(
        "func (s *Store) full() bool { if len(s.sessions) > most { return true }; return false }");
    assertThat(analyze("--format", "json"))
        .contains("\"severity\": \"medium\"", "\"evidence_level\": \"suspicion\"")
        .contains("a limit that is set elsewhere");
  }

  private void append(String declaration) throws IOException {
    Path file = source.resolve("store.go");
    Files.writeString(file, Files.readString(file) + declaration + "\n");
  }

  @Test
  void keysAndValuesNameThePattern() throws IOException {
    store("string", "*Session", "s.sessions[string(raw)] = one", "");
    assertThat(analyze()).contains("byte-key  proof, high", "its keys are strings");
    out.getBuffer().setLength(0);
    store("*[24]byte", "[2]uint64", "s.sessions[(*[24]byte)(raw)] = [2]uint64{}", "");
    assertThat(analyze()).contains("pointer-key");
    out.getBuffer().setLength(0);
    store("string", "func()", "s.sessions[id] = func() { println(one.id) }", "");
    assertThat(analyze()).contains("value-pins-object");
  }

  @Test
  void sourceOfAnotherBuildIsNamedAndLeftOut() throws IOException {
    store("string", "*Session", "s.sessions[id] = one", "");
    Path file = source.resolve("store.go");
    Files.writeString(file, Files.readString(file).replaceFirst("\n\n", "\n\n\n\n"));
    String json = analyze("--format", "json");
    assertThat(json)
        .contains("\"code\": \"source-differs\"", "the source is of another build")
        .contains("\"pattern\": \"grow-never-delete\"", "\"evidence_level\": \"strong\"");
  }

  @Test
  void aTreeWithoutTheFilesIsNamed() throws IOException {
    Files.delete(source.resolve("session.go"));
    assertThat(analyze("--format", "json"))
        .contains("\"code\": \"source-differs\"", "none of the files");
  }

  @Test
  void pathMapsLeadToTheFiles() throws IOException {
    store("string", "*Session", "s.sessions[id] = one", "");
    Path moved = temp.resolve("moved");
    Files.move(source, moved);
    Files.createDirectory(source);
    assertThat(analyze("--path-map", "session=" + moved)).contains("proof, high");
    out.getBuffer().setLength(0);
    run("analyze", "--path-map", "session=" + moved, dumps.toString());
    assertThat(out.toString()).contains("proof, high");
  }

  @Test
  void wrongOptionsAreUsageErrors() {
    String nowhere = temp.resolve("nowhere").toString();
    assertThat(run("analyze", "--source", nowhere, dumps.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(run("analyze", "--path-map", "a", dumps.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("there is no directory", "is not FROM=TO");
  }

  @Test
  void sourceAloneSuspectsAndFailsNoGateByItself() {
    String tree = TestData.file("source/static").toString();
    assertThat(run("analyze", "--source", tree)).isEqualTo(ExitCode.OK);
    assertThat(out.toString())
        .contains("SUSPECT  grow-never-delete  suspicion, medium", "field grows.cache.pages")
        .contains("nil-map-write", "concurrent-map-access", "NOTE  no-size-hint  suspicion, low");
    assertThat(run("analyze", "--source", tree, "--fail-on", "medium"))
        .isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void sourceAloneAsJsonHasTheSameShape() {
    run("analyze", "--format", "json", "--source", TestData.file("source/static").toString());
    assertThat(out.toString())
        .contains("\"kind\": \"source\"", "\"evidence_level\": \"suspicion\"")
        .contains("\"func\": \"example.com/static/grows.(*cache).put\"")
        .contains("\"verdict\": \"suspect\"")
        .doesNotContain("\"severity\": \"high\"");
  }
}
