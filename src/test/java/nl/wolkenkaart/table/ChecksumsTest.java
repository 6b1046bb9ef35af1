package nl.wolkenkaart.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksumsTest {
  // FIPS 180-2, appendix B.1, and the well-known sum of nothing.
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  private static final String NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    Files.createDirectories(folder.resolve("tables"));
    Files.writeString(folder.resolve("tables/a b.csv"), "abc");
    Files.writeString(folder.resolve("tables.txt"), "abc");
    Files.writeString(folder.resolve("rejects.csv"), "");
    Files.writeString(folder.resolve("run.lock"), "held");
    Files.writeString(folder.resolve("SHA256SUMS"), "of an earlier run");
  }

  @Test
  void everyFileIsListedExceptItselfAndLocks() throws IOException {
    Checksums.write(folder);
    assertThat(
        Files.readString(folder.resolve("SHA256SUMS")),
        is(NOTHING + "  rejects.csv\n" + ABC + "  tables.txt\n" + ABC + "  tables/a b.csv\n"));
    Checksums.write(folder);
    assertThat(Files.readString(folder.resolve("SHA256SUMS")).split("\n").length, is(3));
  }

  @Test
  void sha256sumAgrees() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/sha256sum")), "no sha256sum on this machine");
    Files.writeString(folder.resolve("back\\slash\nand line"), "abc");
    Files.write(folder.resolve("large"), new byte[3_000_000]);
    Checksums.write(folder);
    assertThat(sha256sum(), is(0));
    Files.writeString(folder.resolve("tables.txt"), "abd");
    assertThat(sha256sum(), is(not(0)));
  }

  private int sha256sum() throws Exception {
    Process process =
        new ProcessBuilder("/usr/bin/sha256sum", "--check", "--strict", "SHA256SUMS")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    int code = process.waitFor();
    assertThat(said, said.isEmpty(), is(false));
    return code;
  }
}
