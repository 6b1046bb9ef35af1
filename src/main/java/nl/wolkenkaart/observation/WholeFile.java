package nl.wolkenkaart.observation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * A file that is whole or absent: written beside its place under another name and then moved there,
 * replacing what an earlier try left. Works on whatever file system Beam knows by the path's
 * scheme.
 */
public final class WholeFile {
  /** What follows a file's name as long as it is not whole. */
  public static final String UNFINISHED = ".unfinished";

  private WholeFile() {}

  /** Writes to a channel, and may close it. */
  @FunctionalInterface
  public interface Content {
    void writeTo(WritableByteChannel channel) throws IOException;
  }

  /**
   * Writes a file. Where that fails, what was written so far is removed and what stood in its place
   * stays.
   *
   * @param path where it shall be, a local path or a URI
   * @param mimeType such as {@code application/octet-stream}
   */
  public static void write(String path, String mimeType, Content content) throws IOException {
    ResourceId target = FileSystems.matchNewResource(path, false);
    ResourceId unfinished = FileSystems.matchNewResource(path + UNFINISHED, false);
    try {
      try (WritableByteChannel channel = new Once(FileSystems.create(unfinished, mimeType))) {
        content.writeTo(channel);
      }
      FileSystems.rename(
          List.of(unfinished), List.of(target), StandardMoveOptions.IGNORE_MISSING_FILES);
    } catch (IOException | RuntimeException e) {
      remove(unfinished, e);
      throw e;
    }
  }

  private static void remove(ResourceId unfinished, Exception reason) {
    try {
      FileSystems.delete(List.of(unfinished), StandardMoveOptions.IGNORE_MISSING_FILES);
    } catch (IOException | RuntimeException e) {
      // What stays behind is never read; why it was written in vain matters more.
      reason.addSuppressed(e);
    }
  }

  /** Closes a channel once: that of a store of objects would end its upload a second time. */
  private record Once(WritableByteChannel channel) implements WritableByteChannel {
    @Override
    public int write(ByteBuffer bytes) throws IOException {
      return channel.write(bytes);
    }

    @Override
    public boolean isOpen() {
      return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
      if (channel.isOpen()) {
        channel.close();
      }
    }
  }
}
