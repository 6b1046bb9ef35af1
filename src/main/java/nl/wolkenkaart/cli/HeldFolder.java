package nl.wolkenkaart.cli;

import java.io.IOException;
import nl.wolkenkaart.table.RunFolder;

/**
 * The folder that a run writes to, held so that no other run writes there. What closes a run reads
 * all that the run has written: every file for its checksum, the tables for the invariants and the
 * report. It does so on this machine.
 */
interface HeldFolder extends AutoCloseable {
  /** The folder, where the pipelines write. */
  RunFolder folder();

  /** The folder on this machine: the same one, or a copy of it that {@link #fetch} fills. */
  RunFolder here();

  /** Brings here what the pipelines have written. */
  void fetch() throws IOException;

  /** Brings what was written here to where the pipelines wrote; the checksums last. */
  void publish() throws IOException;

  @Override
  void close() throws IOException;
}
