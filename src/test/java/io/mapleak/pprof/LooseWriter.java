package io.mapleak.pprof;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.UnknownFieldSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Writes a message as other writers may: fields in any order (elements of one field keep theirs),
 * packed numbers unpacked, with fields in between that the format does not have.
 */
final class LooseWriter {
  private static final int UNKNOWN_FIELD = 900;

  private final Random random;

  LooseWriter(long seed) {
    this.random = new Random(seed);
  }

  /** Rewrites a profile. */
  byte[] profile(byte[] bytes) {
    return rewrite(bytes, Set.of(13), Set.of(1, 2, 3, 4, 5, 11));
  }

  private byte[] rewrite(byte[] bytes, Set<Integer> packed, Set<Integer> messages) {
    try {
      List<List<byte[]>> queues = new ArrayList<>();
      for (Map.Entry<Integer, UnknownFieldSet.Field> field :
          UnknownFieldSet.parseFrom(bytes).asMap().entrySet()) {
        queues.add(field(field.getKey(), field.getValue(), packed, messages));
      }
      queues.add(unknown());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      while (!queues.isEmpty()) {
        List<byte[]> queue = queues.get(random.nextInt(queues.size()));
        if (queue.isEmpty()) {
          queues.remove(queue);
        } else {
          out.writeBytes(queue.remove(0));
        }
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<byte[]> field(
      int number, UnknownFieldSet.Field field, Set<Integer> packed, Set<Integer> messages)
      throws IOException {
    List<byte[]> parts = new ArrayList<>();
    for (long varint : field.getVarintList()) {
      parts.add(written(out -> out.writeUInt64(number, varint)));
    }
    for (ByteString bytes : field.getLengthDelimitedList()) {
      if (packed.contains(number) && random.nextBoolean()) {
        for (var in = bytes.newCodedInput(); !in.isAtEnd(); ) {
          long varint = in.readUInt64();
          parts.add(written(out -> out.writeUInt64(number, varint)));
        }
      } else if (messages.contains(number)) {
        byte[] inner = inner(number, bytes.toByteArray());
        parts.add(written(out -> out.writeByteArray(number, inner)));
      } else {
        parts.add(written(out -> out.writeBytes(number, bytes)));
      }
    }
    return parts;
  }

  /**
   * Samples have packed ids and values; other messages have neither packed numbers nor order to
   * keep.
   */
  private byte[] inner(int number, byte[] bytes) {
    return rewrite(bytes, number == 2 ? Set.of(1, 2) : Set.of(), Set.of());
  }

  private List<byte[]> unknown() throws IOException {
    List<byte[]> parts = new ArrayList<>();
    if (random.nextBoolean()) {
      parts.add(written(out -> out.writeUInt64(UNKNOWN_FIELD, 7)));
      parts.add(written(out -> out.writeFixed32(UNKNOWN_FIELD + 1, 7)));
      parts.add(written(out -> out.writeFixed64(UNKNOWN_FIELD + 2, 7)));
      parts.add(written(out -> out.writeString(UNKNOWN_FIELD + 3, "unknown")));
    }
    return parts;
  }

  private interface Writing {
    void to(CodedOutputStream out) throws IOException;
  }

  private static byte[] written(Writing writing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    writing.to(out);
    out.flush();
    return bytes.toByteArray();
  }
}
