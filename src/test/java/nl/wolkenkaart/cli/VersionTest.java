package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class VersionTest {
  @Test
  void theJarIsFoundByAUriThatBeginsAtTheRoot() {
    assertThat(Version.place(URI.create("file:/opt/a%20b/w.jar")), is(Path.of("/opt/a b/w.jar")));
  }

  @Test
  void theJarIsFoundByAUriThatBeginsWhereTheProcessWasStarted() {
    assertThat(
        Version.place(URI.create("file:usrlib/a%20b.jar")),
        is(Path.of("usrlib/a b.jar").toAbsolutePath()));
  }
}
