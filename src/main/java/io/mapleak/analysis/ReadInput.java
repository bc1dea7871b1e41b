package io.mapleak.analysis;

import io.mapleak.analysis.InputFiles.InputFile;
import io.mapleak.evidence.EvidenceReader;
import io.mapleak.evidence.Reading;
import io.mapleak.pprof.Decoded;
import org.jspecify.annotations.Nullable;

/**
 * What the bytes of one input turned out to be.
 *
 * @param file the input
 * @param kind as in {@link InputReport}
 * @param status {@code OK} exactly when it is a profile of whatever kind, or other evidence
 * @param message why it is none; empty when it is one
 * @param decoded the profile; null when it is none
 * @param reading what it says beside heap profiles; null when nothing
 */
record ReadInput(
    InputFile file,
    String kind,
    InputReport.Status status,
    String message,
    @Nullable Decoded decoded,
    @Nullable Reading reading) {
  static final String UNKNOWN = "unknown";

  static ReadInput profile(InputFile file, Decoded decoded) {
    Reading reading = EvidenceReader.of(decoded).orElse(null);
    String kind = reading == null ? ProfileKind.of(decoded.profile()) : reading.kind();
    return new ReadInput(file, kind, InputReport.Status.OK, "", decoded, reading);
  }

  static ReadInput evidence(InputFile file, Reading reading) {
    return new ReadInput(file, reading.kind(), InputReport.Status.OK, "", null, reading);
  }

  static ReadInput skipped(InputFile file, String kind, String message) {
    return new ReadInput(file, kind, InputReport.Status.SKIPPED, message, null, null);
  }

  static ReadInput failed(InputFile file, String kind, String message) {
    return new ReadInput(file, kind, InputReport.Status.FAILED, message, null, null);
  }

  /** The report of this input, with another status and message than its own. */
  InputReport report(InputReport.Status newStatus, String newMessage) {
    if (decoded == null) {
      return new InputReport(file.path(), kind, null, 0, newStatus, newMessage);
    }
    long time = decoded.profile().header().timeNanos();
    return new InputReport(
        file.path(),
        kind,
        time == 0 ? null : time,
        decoded.profile().samples().size(),
        newStatus,
        newMessage);
  }
}
