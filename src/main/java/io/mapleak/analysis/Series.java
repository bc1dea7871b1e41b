package io.mapleak.analysis;

import io.mapleak.evidence.SideEvidence;
import java.util.List;
import java.util.Optional;

/**
 * The heap profiles of one process in time order, and what became of all other inputs. Immutable.
 *
 * @param snapshots the steps, oldest first: one process, one build, one sampling rate; empty when
 *     there was no heap profile
 * @param inputs every input, those of the steps first and in their order
 * @param diagnostics what was noticed while the inputs were put in order
 * @param side what the other inputs say, and the runtime's figures of the newest profile in text
 *     form, a step or not
 */
public record Series(
    List<Snapshot> snapshots,
    List<InputReport> inputs,
    List<Diagnostic> diagnostics,
    SideEvidence side) {
  public Series {
    snapshots = List.copyOf(snapshots);
    inputs = List.copyOf(inputs);
    diagnostics = List.copyOf(diagnostics);
  }

  /** The last step; empty when there is none. */
  public Optional<Snapshot> newest() {
    return snapshots.isEmpty()
        ? Optional.empty()
        : Optional.of(snapshots.get(snapshots.size() - 1));
  }
}
