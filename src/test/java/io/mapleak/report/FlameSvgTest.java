package io.mapleak.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.testing.ProfileDsl;
import io.mapleak.view.FlameGraph;
import io.mapleak.view.ReportOptions;
import io.mapleak.view.Selection;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

final class FlameSvgTest {
  private static final int IN_USE = 3;

  @Test
  void everyFrameHasATooltip() throws Exception {
    Document svg =
        parsed(
            ProfileDsl.heap()
                .sample("a.org/shop.put x.go:1", "main.main m.go:1")
                .values(0, 0, 1, 3 << 20)
                .sample("a.org/shop.get x.go:2", "main.main m.go:1")
                .values(0, 0, 1, 1 << 20));
    assertThat(texts(svg, "title"))
        .containsExactly(
            "inuse_space\n4MB, 100%",
            "main.main\n4MB, 100%", "a.org/shop.put\n3MB, 75.00%", "a.org/shop.get\n1MB, 25.00%");
    Element put = (Element) frames(svg).item(2);
    assertThat(put.getAttribute("x")).isEqualTo("10");
    assertThat(put.getAttribute("width")).isEqualTo("885");
    assertThat(put.getAttribute("fill"))
        .isEqualTo(String.format(Locale.ROOT, "#%06x", FlameColor.ofName("a.org/shop.put")));
  }

  @Test
  void aHostileNameStaysText() throws Exception {
    String name = "</title><script>alert('1')</script>\u001b[2J&\"\ufffe]]>";
    Document svg = parsed(ProfileDsl.heap().sample(name + " x.go:1").values(0, 0, 1, 100));
    assertThat(texts(svg, "title").get(1))
        .isEqualTo("</title><script>alert('1')</script>[2J&\"]]>\n100B, 100%");
    assertThat(svg.getElementsByTagName("script").getLength()).isEqualTo(1);
  }

  @Test
  void aDifferenceIsRedWhereItGrewAndGreenWhereItShrank() throws Exception {
    Document svg =
        parsed(
            ProfileDsl.heap()
                .sample("grew x.go:1")
                .values(0, 0, 1, 75)
                .sample("shrank x.go:2")
                .values(0, 0, 1, -25));
    assertThat(texts(svg, "title").get(2)).isEqualTo("shrank\n-25B, -25.00%");
    assertThat(((Element) frames(svg).item(1)).getAttribute("fill")).isEqualTo("#f05a5a");
    assertThat(((Element) frames(svg).item(2)).getAttribute("fill")).isEqualTo("#5af05a");
    assertThat(texts(svg, "text").get(0)).contains("red grew, green shrank");
  }

  @Test
  void aProfileOfManyStacksMakesAFileThatABrowserCanShow() throws Exception {
    ProfileDsl heap = ProfileDsl.heap();
    for (int i = 0; i < 20; i++) { // deep and of one width: all are wider than a pixel
      heap.sample(deep(i * 600)).values(0, 0, 1, 1);
    }
    String svg = FlameSvg.of(graph(heap));
    assertThat(svg.length()).isLessThan(4 << 20);
    assertThat(texts(parsed(svg), "text")).anyMatch(line -> line.contains("too narrow"));
  }

  @Test
  void aProfileWithoutSamplesIsStillADrawing() throws Exception {
    assertThat(texts(parsed(ProfileDsl.heap()), "title")).containsExactly("inuse_space\n0, 0%");
  }

  @Test
  void functionsOfAPackageHaveOneHueAndBlackTextCanBeReadOnAll() {
    Set<Integer> colors = new HashSet<>();
    for (int i = 0; i < 500; i++) {
      int rgb = FlameColor.ofName("example.com/p" + i + ".f");
      colors.add(rgb);
      double light = 0.2126 * (rgb >> 16) + 0.7152 * (rgb >> 8 & 0xff) + 0.0722 * (rgb & 0xff);
      assertThat(light).isGreaterThan(100);
    }
    assertThat(colors).hasSizeGreaterThan(200);
    assertThat(SymbolName.packagePath("a.org/x/shop.(*Store[go.shape.int]).put.func1"))
        .isEqualTo("a.org/x/shop");
    assertThat(SymbolName.packagePath("main.put /src/a.b/store.go:12")).isEqualTo("main");
  }

  private static String[] deep(int number) {
    List<String> frames = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      frames.add(
          "example.com/some/long/path/of/a/package.(*Type).Method" + (number + i) + " x.go:1");
    }
    return frames.toArray(new String[0]);
  }

  private static FlameGraph graph(ProfileDsl heap) {
    return FlameGraph.of(Selection.of(heap.build(), IN_USE), ReportOptions.DEFAULT);
  }

  private static Document parsed(ProfileDsl heap) throws Exception {
    return parsed(FlameSvg.of(graph(heap)));
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  private static NodeList frames(Document svg) {
    return ((Element) svg.getElementsByTagName("g").item(0)).getElementsByTagName("rect");
  }

  private static List<String> texts(Document svg, String tag) {
    NodeList found = svg.getElementsByTagName(tag);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }
}
