package nl.wolkenkaart.directory;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvDirectoryCheckTest {
  @TempDir Path folder;
  private Path list;

  @BeforeEach
  void nameList() {
    list = folder.resolve("list.csv");
  }

  private String failure(Path path) {
    return assertThrows(DirectoryException.class, () -> CsvDirectory.check(path)).getMessage();
  }

  private String failureOf(String text) throws IOException {
    return failure(Files.writeString(list, text));
  }

  @Test
  void acceptsListWithOneRow() throws IOException {
    Files.writeString(list, "name,domain,sector\nA,a.example,s\n");
    assertDoesNotThrow(() -> CsvDirectory.check(list));
  }

  @Test
  void refusesWhatIsNoFile() {
    assertThat(failure(list), equalTo(list + ": no such file"));
    assertThat(failure(folder), equalTo(folder + ": is a folder, not a list of organisations"));
    assertThat(
        failure(Path.of("/dev/null")),
        equalTo("/dev/null: is no regular file, which can be read more than once"));
  }

  @Test
  void refusesFileThatMayNotBeRead() throws IOException {
    Files.writeString(list, "name,domain,sector\nA,a.example,s\n");
    Files.setPosixFilePermissions(list, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(list), "run by a user who may read everything");
    assertThat(failure(list), equalTo(list + ": may not be read by this user"));
  }

  @Test
  void refusesListWithoutHeaderOrRows() throws IOException {
    assertThat(failureOf(""), equalTo(list + ": is empty"));
    assertThat(
        failureOf("id,name\nx,A\n"), equalTo(list + ": the header has no column domain, sector"));
    assertThat(
        failureOf("name,domain,sector\n\n"), equalTo(list + ": has a header, but no row of data"));
    assertThat(
        failureOf("name,domain,sector,".repeat(4000) + "\n"),
        equalTo(list + ": the header cannot be read: longer than 64 KiB"));
  }
}
