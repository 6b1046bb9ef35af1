package nl.wolkenkaart.directory;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file of a register, which can be opened as often as need be.
 *
 * @param input what the run says of it
 * @param name its name without its folder
 */
public record ListedFile(RegisterInput input, String name, Opener opener) {

  /** Opens a file at its beginning. */
  @FunctionalInterface
  public interface Opener {
    /** A stream of its bytes; the caller closes it. */
    InputStream open() throws IOException;
  }
}
