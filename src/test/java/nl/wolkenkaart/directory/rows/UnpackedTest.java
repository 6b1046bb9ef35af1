package nl.wolkenkaart.directory.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackedTest {
  private static final byte[] LIST = "a.nl\nb.nl\n".getBytes(UTF_8);

  /** Names and texts of the files in a file. */
  private static List<String> unpack(byte[] content) throws IOException {
    List<String> files = new ArrayList<>();
    Unpacked.read(
        new ByteArrayInputStream(content),
        (entry, in) -> files.add(entry + ":" + new String(in.readAllBytes(), UTF_8)));
    return files;
  }

  private static String failure(byte[] content) {
    return assertThrows(UnreadableException.class, () -> unpack(content)).getMessage();
  }

  /** Reads and drops what comes out: bombs must stop by themselves. */
  private static String failureAtDrain(byte[] content) {
    return assertThrows(
            UnreadableException.class,
            () ->
                Unpacked.read(
                    new ByteArrayInputStream(content),
                    (entry, in) -> in.transferTo(OutputStream.nullOutputStream())))
        .getMessage();
  }

  private static Map<String, Packing.Content> files(String... names) {
    Map<String, Packing.Content> files = new LinkedHashMap<>();
    for (String name : names) {
      files.put(name, out -> out.write((name + "!").getBytes(UTF_8)));
    }
    return files;
  }

  @Test
  void handsOverWhatIsNotPacked() throws IOException {
    assertThat(unpack(LIST), contains(":a.nl\nb.nl\n"));
    assertThat(unpack(new byte[0]), contains(":"));
  }

  @Test
  void unpacksGzip() throws IOException {
    assertThat(unpack(Packing.gzip(LIST)), contains(":a.nl\nb.nl\n"));
  }

  @Test
  void unpacksEachFileOfAZip() throws IOException {
    byte[] zip = Packing.zip(files("b.csv", "map/a.csv", "__MACOSX/._b.csv", ".DS_Store"));
    assertThat(unpack(zip), contains("b.csv:b.csv!", "map/a.csv:map/a.csv!"));
  }

  @Test
  void unpacksOneInTheOther() throws IOException {
    byte[] zip = Packing.zip(Map.of("a.csv.gz", out -> out.write(Packing.gzip(LIST))));
    assertThat(unpack(Packing.gzip(zip)), contains("a.csv.gz:a.nl\nb.nl\n"));
  }

  @Test
  void unpacksWhatIsNotReadToItsEnd() throws IOException {
    List<String> names = new ArrayList<>();
    Unpacked.read(
        new ByteArrayInputStream(Packing.zip(files("a", "b"))),
        (entry, in) -> names.add(entry + (char) in.read()));
    assertThat(names, contains("aa", "bb"));
  }

  @Test
  void handsOverWorkbooksAsTheyAre() throws IOException {
    byte[] ods = Packing.odsRows("");
    byte[] xlsx = Packing.xlsxRows("", "");
    for (byte[] workbook : List.of(ods, xlsx)) {
      List<byte[]> given = new ArrayList<>();
      byte[] zip = Packing.zip(Map.of("book", out -> out.write(workbook)));
      for (byte[] file : List.of(workbook, Packing.gzip(workbook), zip)) {
        Unpacked.read(new ByteArrayInputStream(file), (entry, in) -> given.add(in.readAllBytes()));
      }
      assertThat(given, contains(equalTo(workbook), equalTo(workbook), equalTo(workbook)));
    }
  }

  @Test
  void truncatedGzipIsSaid() throws IOException {
    byte[] noise = new byte[100_000];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) ((i * i) >> 3);
    }
    byte[] whole = Packing.gzip(noise);
    for (int length : new int[] {2, 9, 1_000, whole.length - 9, whole.length - 1}) {
      assertThat(
          failure(Arrays.copyOf(whole, length)),
          equalTo("is a gzip file that ends too early; is it downloaded completely?"));
    }
  }

  @Test
  void damagedGzipIsSaid() throws IOException {
    byte[] wrongSum = Packing.gzip(LIST);
    wrongSum[wrongSum.length - 8]++;
    assertThat(failure(wrongSum), equalTo("is a damaged gzip file: Corrupt GZIP trailer"));
  }

  @Test
  void gzipBombStopsEarly() throws IOException {
    byte[] bomb = bomb(400);
    assertThat(bomb.length, lessThan(500_000));
    assertThat(
        failureAtDrain(bomb),
        equalTo("unpacks to more than 200 times its size, as bombs do and lists do not"));
  }

  @Test
  void zipBombStopsEarly() throws IOException {
    String expected = "unpacks to more than 200 times its size, as bombs do and lists do not";
    byte[] megabyte = new byte[1 << 20];
    byte[] bomb =
        Packing.zip(
            Map.of(
                "bomb.csv",
                out -> {
                  for (int i = 0; i < 100; i++) {
                    out.write(megabyte);
                  }
                }));
    assertThat(bomb.length, lessThan(150_000));
    assertThat(failureAtDrain(bomb), equalTo(expected));
    // Also where nobody reads what is in it.
    assertThat(
        assertThrows(
                UnreadableException.class,
                () -> Unpacked.read(new ByteArrayInputStream(bomb), (entry, in) -> {}))
            .getMessage(),
        equalTo(expected));
  }

  @Test
  void archivesInArchivesEnd() throws IOException {
    byte[] packed = LIST;
    for (int i = 0; i < 4; i++) {
      packed = Packing.gzip(packed);
    }
    assertThat(failure(packed), equalTo("is packed more than 3 times over"));
  }

  private static byte[] bomb(int megabytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      byte[] megabyte = new byte[1 << 20];
      for (int i = 0; i < megabytes; i++) {
        out.write(megabyte);
      }
    }
    return packed.toByteArray();
  }

  @Test
  void truncatedZipIsSaid() throws IOException {
    byte[] whole = Packing.zip(files("a", "b"));
    assertThat(
        failure(Arrays.copyOf(whole, whole.length - 5)),
        equalTo("is a zip file without an end; is it downloaded completely?"));
  }

  @Test
  void damagedZipIsSaid() throws IOException {
    byte[] zip = Packing.zip(files("a.csv"));
    // The local header has 30 bytes and the name; then comes the deflated text.
    zip[30 + 5] ^= 0x10;
    assertThat(failure(zip).startsWith("is a damaged zip file: "), equalTo(true));
  }

  @Test
  void wrongChecksumInAZipIsSaid() throws IOException {
    Map<String, Packing.Content> stored = Map.of("mimetype", Packing.text("no document"));
    byte[] zip = Packing.zip(stored);
    zip[38]++;
    assertThat(
        assertThrows(
                UnreadableException.class,
                () -> {
                  try (ZipContent content = ZipContent.of(new ByteArrayInputStream(zip))) {
                    content.open("mimetype").readAllBytes();
                  }
                })
            .getMessage(),
        equalTo("is a damaged zip file: wrong checksum"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"map/", "__MACOSX/x"})
  void zipWithoutFileIsSaid(String name) throws IOException {
    assertThat(
        failure(Packing.zip(Map.of(name, out -> {}))),
        equalTo("is a zip file without a file in it"));
  }

  @Test
  void emptyZipIsSaid() {
    byte[] zip = new byte[22];
    System.arraycopy(new byte[] {'P', 'K', 5, 6}, 0, zip, 0, 4);
    assertThat(failure(zip), equalTo("is a zip file without a file in it"));
  }

  @Test
  void namesOfFilesAreSafeToShow() throws IOException {
    byte[] zip = Packing.zip(files("a\u001b[31m\nb".repeat(60)));
    String name = unpack(zip).get(0).split(":", 2)[0];
    assertThat(name.length(), lessThan(201));
    assertThat(name.substring(0, 7), equalTo("a [31m "));
  }
}
