package nl.wolkenkaart.directory.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/**
 * Gives a reader changed and random bytes for some seconds (system property {@code
 * wolkenkaart.fuzz-seconds}), and looks at what comes out: nothing but rows and rejects within
 * their bounds or an {@link IOException}, soon, and without much memory.
 */
final class Fuzz {
  private static final long SECONDS = Long.getLong("wolkenkaart.fuzz-seconds", 2);

  /** More rows than that come of repetition only, and differ in nothing. */
  private static final int ENOUGH = 20_000;

  private static final Duration SLOWEST = Duration.ofSeconds(10);

  private static final byte[][] PARTS =
      List.of(
              "\0",
              "\n",
              "\r\n",
              "\"",
              ";",
              ",",
              "<",
              ">",
              "</",
              "&",
              "&#x1;",
              "<!--",
              "]]>",
              "[{",
              "}]",
              "{\"a\":[",
              "\\u0000",
              "\ufeff",
              "\ud83d\ude00",
              "999999999",
              "-1",
              "1E400")
          .stream()
          .map(text -> text.getBytes(UTF_8))
          .toArray(byte[][]::new);

  private static final int[] BYTES = {0, 1, 0x7F, 0x80, 0xC0, 0xE9, 0xFE, 0xFF, '"', '<', '\n'};

  private final Random random;
  private final RowSource reader;
  private final long mostMemory;
  private int inputs;
  private int read;

  /** Makes a file of something that has been changed, such as an archive of its parts. */
  interface Packer {
    byte[] pack(byte[] changed) throws IOException;
  }

  /** Ends the reading of a file whose rows repeat. */
  private static final class EnoughException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EnoughException() {
      super(null, null, false, false);
    }
  }

  /**
   * Begins to test a reader.
   *
   * @param seed what the bytes depend on
   * @param mostMemory megabytes that the reading of one file may take in all, also for a moment
   */
  Fuzz(long seed, RowSource reader, int mostMemory) {
    this.random = new Random(seed);
    this.reader = reader;
    this.mostMemory = mostMemory * 1_000_000L;
  }

  /**
   * Reads changed contents, and one in ten times a file of random bytes.
   *
   * @param packer makes a file of a content
   * @param contents files that can be read
   */
  void run(Packer packer, byte[]... contents) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(SECONDS).plus(SLOWEST),
        () -> {
          long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
          do {
            byte[] content = contents[random.nextInt(contents.length)].clone();
            byte[] file =
                random.nextInt(10) == 0
                    ? noise()
                    : random.nextBoolean()
                        ? packer.pack(changed(content, contents))
                        : changed(packer.pack(content), contents);
            read(file);
          } while (System.nanoTime() < end);
        });
    if (read == 0) {
      throw new AssertionError("None of " + inputs + " files gave a row");
    }
  }

  private void read(byte[] file) {
    inputs++;
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    long begun = System.nanoTime();
    try (InputStream in = new ByteArrayInputStream(file)) {
      reader.read(in, new Checked());
    } catch (IOException | EnoughException e) {
      // As it should be.
    } catch (Throwable e) {
      throw new AssertionError("Escaped from " + shown(file), e);
    }
    long took = System.nanoTime() - begun;
    long memory = threads.getCurrentThreadAllocatedBytes() - before;
    if (memory > mostMemory || took > SLOWEST.toNanos()) {
      throw new AssertionError(
          memory + " bytes and " + took / 1_000_000 + " ms were needed by " + shown(file));
    }
  }

  private static String shown(byte[] file) {
    return Base64.getEncoder().encodeToString(file);
  }

  private byte[] noise() {
    byte[] noise = new byte[random.nextInt(2_000)];
    random.nextBytes(noise);
    return noise;
  }

  private byte[] changed(byte[] content, byte[][] others) {
    byte[] changed = content;
    for (int changes = 1 + random.nextInt(4); changes > 0 && changed.length > 0; changes--) {
      changed = change(changed, others);
    }
    return changed;
  }

  private byte[] change(byte[] content, byte[][] others) {
    int at = random.nextInt(content.length);
    int until = Math.min(content.length, at + 1 + random.nextInt(64));
    return switch (random.nextInt(8)) {
      case 0 -> set(content, at, random.nextInt(256));
      case 1, 2 -> set(content, at, BYTES[random.nextInt(BYTES.length)]);
      case 3 -> set(content, at, content[at] ^ (1 << random.nextInt(8)));
      case 4 -> Arrays.copyOf(content, at);
      case 5 -> joined(content, at, new byte[0], until);
      case 6 -> {
        byte[] other = others[random.nextInt(others.length)];
        int from = random.nextInt(other.length);
        int to = Math.min(other.length, from + random.nextInt(200));
        yield joined(content, at, Arrays.copyOfRange(other, from, to), at);
      }
      default -> joined(content, at, PARTS[random.nextInt(PARTS.length)], at);
    };
  }

  private static byte[] set(byte[] content, int at, int value) {
    byte[] changed = content.clone();
    changed[at] = (byte) value;
    return changed;
  }

  private static byte[] joined(byte[] content, int to, byte[] between, int from) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.write(content, 0, to);
    joined.writeBytes(between);
    joined.write(content, from, content.length - from);
    return joined.toByteArray();
  }

  /** Looks whether what comes is within its bounds. */
  private final class Checked implements RowSink {
    private int rows;
    private long line;

    @Override
    public void row(Row row) {
      long units = row.cells().stream().mapToLong(cell -> cell == null ? 0 : cell.length()).sum();
      if (row.cells().size() > Bounds.ROW_CELLS || units > Bounds.ROW_TEXT || row.line() < 0) {
        throw new AssertionError("A row of " + row.cells().size() + " cells, " + units + " units");
      }
      count(row.line());
      read++;
    }

    @Override
    public void reject(long at, String value, String reason) {
      if (value.length() > Bounds.SHOWN || reason.isEmpty() || at < 1) {
        throw new AssertionError("A reject at " + at + ", " + reason + ": " + value);
      }
      count(at);
    }

    @Override
    public void found(String what) {
      if (!PlainText.escape(what, what.length()).equals(what)) {
        throw new AssertionError("Not safe to show: " + what);
      }
    }

    private void count(long at) {
      line = Math.max(line, at);
      if (++rows > ENOUGH) {
        throw new EnoughException();
      }
    }
  }
}
