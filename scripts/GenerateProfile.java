import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a made-up heap profile in the shape of Go's: {@code java GenerateProfile.java OUT [SAMPLES [FUNCTIONS]]}. Equal
 * arguments give equal bytes.
 *
 * <p>As Go's runtime/pprof does, it writes a function and a location where a sample first needs them, packs ids and
 * values, ends with the strings, and compresses for speed.
 */
public final class GenerateProfile {
  private static final int MIN_DEPTH = 8;
  private static final int MAX_DEPTH = 32;
  private static final long SAMPLING_PERIOD = 524_288;
  private static final long TIME_NANOS = 1_767_225_600_000_000_000L;
  private static final long TEXT_START = 0x400000;
  private static final int[] SIZE_CLASSES = {
    8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 192, 208, 256, 288, 320, 384, 416, 512, 640, 768, 896, 1024, 1152,
    1280, 1536, 1792, 2048, 2304, 2688, 3072, 4096, 4864, 6144, 8192, 9472, 10240, 13568, 16384, 18432, 21760, 27264, 32768
  };

  private final SplittableRandom random = new SplittableRandom(20_260_101);
  private final Message profile = new Message();
  private final Map<String, Integer> strings = new HashMap<>();
  private final Message stringTable = new Message();
  private final CallGraph graph;
  private final int[] functionIds;
  private final Map<Integer, Integer> locationIds = new HashMap<>();
  private int functionCount;

  private GenerateProfile(int functions) {
    graph = new CallGraph(functions, random);
    functionIds = new int[functions];
    string("");
  }

  public static void main(String[] args) throws IOException {
    Path out = Path.of(args[0]);
    int samples = args.length > 1 ? Integer.parseInt(args[1]) : 500_000;
    int functions = args.length > 2 ? Integer.parseInt(args[2]) : 20_000;
    GenerateProfile generator = new GenerateProfile(functions);
    generator.write(samples);
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(out));
        OutputStream gzip = new FastGzip(file)) {
      generator.profile.bytes.writeTo(gzip);
      generator.stringTable.bytes.writeTo(gzip);
    }
    System.out.printf(
        "%s: %d samples, %d functions, %d locations, %d bytes raw, %d compressed%n",
        out.getFileName(),
        samples,
        generator.functionCount,
        generator.locationIds.size(),
        generator.profile.bytes.size() + generator.stringTable.bytes.size(),
        Files.size(out));
  }

  private void write(int samples) {
    for (String[] type :
        new String[][] {
          {"alloc_objects", "count"}, {"alloc_space", "bytes"}, {"inuse_objects", "count"}, {"inuse_space", "bytes"}
        }) {
      profile.message(1, valueType(type[0], type[1]));
    }
    Set<Long> seen = new HashSet<>();
    int unused = 0; // the first samples end in functions that no stack has reached yet, so that all are used
    for (int i = 0; i < samples; ) {
      while (unused < functionIds.length && functionIds[unused] != 0) {
        unused++;
      }
      int[] stack = stack(unused < functionIds.length ? unused : -1);
      int block = SIZE_CLASSES[(int) (SIZE_CLASSES.length * Math.pow(random.nextDouble(), 1.5))];
      if (seen.add(Arrays.hashCode(stack) * 1_000_003L + 31L * stack[0] + block)) {
        sample(stack, block);
        i++;
      }
    }
    profile.message(
        3,
        new Message()
            .number(1, 1)
            .number(2, TEXT_START)
            .number(3, TEXT_START + 64L * graph.callSites())
            .number(5, string("/srv/shop/bin/shop"))
            .number(7, 1));
    profile.number(9, TIME_NANOS);
    profile.message(11, valueType("space", "bytes"));
    profile.number(12, SAMPLING_PERIOD);
  }

  /** Call sites from the leaf up; the leaf lies in {@code leaf}, or wherever the walk ends where that is negative. */
  private int[] stack(int leaf) {
    int depth = MIN_DEPTH + (int) ((MAX_DEPTH - MIN_DEPTH + 1) * Math.sqrt(random.nextDouble()));
    int[] stack = new int[depth];
    int function = 0;
    for (int i = depth - 1; i > 0; i--) {
      int call = graph.pickCall(function, random);
      stack[i] = call;
      function = graph.callee(call);
    }
    stack[0] = graph.pickCall(leaf < 0 ? function : leaf, random);
    return stack;
  }

  private void sample(int[] stack, int block) {
    Message ids = new Message();
    for (int call : stack) {
      ids.varint(location(call));
    }
    long sampled = 1 + (long) (-Math.log(1 - random.nextDouble()) * 3);
    long live = random.nextInt(10) < 4 ? 0 : Math.min(sampled, 1 + random.nextInt((int) sampled));
    double scale = 1 / (1 - Math.exp(-(double) block / SAMPLING_PERIOD));
    Message values =
        new Message()
            .varint((long) (sampled * scale))
            .varint((long) (sampled * block * scale))
            .varint((long) (live * scale))
            .varint((long) (live * block * scale));
    Message label = new Message().number(1, string("bytes")).number(3, block);
    profile.message(2, new Message().message(1, ids).message(2, values).message(3, label));
  }

  private int location(int call) {
    Integer known = locationIds.get(call);
    if (known != null) {
      return known;
    }
    int id = locationIds.size() + 1;
    locationIds.put(call, id);
    Message location = new Message().number(1, id).number(2, 1).number(3, TEXT_START + 64L * call);
    int caller = graph.caller(call);
    location.message(4, new Message().number(1, function(caller)).number(2, graph.line(call)));
    profile.message(4, location);
    return id;
  }

  private int function(int function) {
    if (functionIds[function] != 0) {
      return functionIds[function];
    }
    functionIds[function] = ++functionCount;
    int pkg = function / 40;
    String path = "example.com/shop/internal/area" + pkg / 20 + "/service" + pkg;
    String name = path + ".(*Handler" + function % 40 / 8 + ").Step" + function % 8;
    String file = "/home/ci/src/" + path + "/handler" + function % 40 / 8 + ".go";
    profile.message(
        5,
        new Message()
            .number(1, functionCount)
            .number(2, string(name))
            .number(3, string(name))
            .number(4, string(file))
            .number(5, CallGraph.startLine(function)));
    return functionCount;
  }

  private Message valueType(String type, String unit) {
    return new Message().number(1, string(type)).number(2, string(unit));
  }

  private int string(String text) {
    Integer known = strings.get(text);
    if (known != null) {
      return known;
    }
    stringTable.bytes(6, text.getBytes(StandardCharsets.UTF_8));
    strings.put(text, strings.size());
    return strings.size() - 1;
  }

  /** Functions with one to eight call sites each; a few callees and a few call sites are far hotter than the others. */
  private static final class CallGraph {
    private final int[] firstCall;
    private final int[] caller;
    private final int[] callee;

    CallGraph(int functions, SplittableRandom random) {
      firstCall = new int[functions + 1];
      for (int f = 0; f < functions; f++) {
        firstCall[f + 1] = firstCall[f] + 1 + random.nextInt(8);
      }
      caller = new int[firstCall[functions]];
      callee = new int[caller.length];
      for (int f = 0; f < functions; f++) {
        for (int call = firstCall[f]; call < firstCall[f + 1]; call++) {
          caller[call] = f;
          callee[call] = (int) (functions * Math.pow(random.nextDouble(), 1.2));
        }
      }
    }

    int pickCall(int function, SplittableRandom random) {
      int calls = firstCall[function + 1] - firstCall[function];
      return firstCall[function] + (int) (calls * Math.pow(random.nextDouble(), 1.6));
    }

    int caller(int call) {
      return caller[call];
    }

    int callee(int call) {
      return callee[call];
    }

    int callSites() {
      return caller.length;
    }

    static int startLine(int function) {
      return 20 + function % 8 * 60;
    }

    int line(int call) {
      return startLine(caller[call]) + 3 + 6 * (call - firstCall[caller[call]]);
    }
  }

  /** A protobuf message in the making. */
  private static final class Message {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Message varint(long value) {
      long rest = value;
      while ((rest & ~0x7FL) != 0) {
        bytes.write((int) (rest & 0x7F | 0x80));
        rest >>>= 7;
      }
      bytes.write((int) rest);
      return this;
    }

    Message number(int field, long value) {
      return varint((long) field << 3).varint(value);
    }

    Message bytes(int field, byte[] value) {
      varint((long) field << 3 | 2).varint(value.length);
      bytes.writeBytes(value);
      return this;
    }

    Message message(int field, Message value) {
      return bytes(field, value.bytes.toByteArray());
    }
  }

  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(java.util.zip.Deflater.BEST_SPEED);
    }
  }
}
