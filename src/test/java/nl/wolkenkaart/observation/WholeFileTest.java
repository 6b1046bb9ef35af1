package nl.wolkenkaart.observation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.arrayContaining;
import static org.hamcrest.Matchers.emptyArray;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir Path folder;

  private static void put(WritableByteChannel channel, String text) throws IOException {
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  private void write(String name, String text) throws IOException {
    WholeFile.write(path(name), "text/plain", channel -> put(channel, text));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private String[] files() {
    String[] names = folder.toFile().list();
    Arrays.sort(names);
    return names;
  }

  @Test
  void writesAndReplaces() throws IOException {
    write("a.txt", "first, which is longer");
    write("a.txt", "second");
    assertThat(Files.readString(folder.resolve("a.txt")), is("second"));
    assertThat(files(), is(arrayContaining("a.txt")));
  }

  @Test
  void makesTheFolders() throws IOException {
    write("x/y/a.txt", "deep");
    assertThat(Files.readString(folder.resolve("x/y/a.txt")), is("deep"));
  }

  @Test
  void contentThatThrowsLeavesNothing() {
    IOException broken = new IOException("made up");
    IOException thrown =
        assertThrows(
            IOException.class,
            () ->
                WholeFile.write(
                    path("a.txt"),
                    "text/plain",
                    channel -> {
                      put(channel, "half of ");
                      throw broken;
                    }));
    assertThat(thrown, is(broken));
    assertThat(files(), is(emptyArray()));
  }

  @Test
  void contentThatBreaksLeavesTheOldFileAsItWas() throws IOException {
    write("a.txt", "old");
    assertThrows(
        IllegalStateException.class,
        () ->
            WholeFile.write(
                path("a.txt"),
                "text/plain",
                channel -> {
                  put(channel, "half of ");
                  throw new IllegalStateException("made up");
                }));
    assertThat(Files.readString(folder.resolve("a.txt")), is("old"));
    assertThat(files(), is(arrayContaining("a.txt")));
  }

  @Test
  void whatAnEarlierTryLeftIsReplaced() throws IOException {
    Files.writeString(folder.resolve("a.txt.unfinished"), "left by a process that was killed");
    write("a.txt", "whole");
    assertThat(Files.readString(folder.resolve("a.txt")), is("whole"));
    assertThat(files(), is(arrayContaining("a.txt")));
  }

  @Test
  void contentMayCloseTheChannel() throws IOException {
    WholeFile.write(
        path("a.txt"),
        "text/plain",
        channel -> {
          put(channel, "whole");
          channel.close();
        });
    assertThat(Files.readString(folder.resolve("a.txt")), is("whole"));
  }

  /** A file that cannot be put in its place says so. */
  @Test
  void folderInItsPlaceIsAnError() throws IOException {
    Files.createDirectories(folder.resolve("a.txt/inside"));
    assertThrows(IOException.class, () -> write("a.txt", "whole"));
    assertThat(files(), is(arrayContaining("a.txt")));
  }
}
