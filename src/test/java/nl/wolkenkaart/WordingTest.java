package nl.wolkenkaart;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.google.common.collect.ImmutableSet;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.wolkenkaart.provider.Glossary;
import nl.wolkenkaart.provider.Glossary.Term;
import org.junit.jupiter.api.Test;

/**
 * None of our texts says more than was measured: the phrases that the glossary rules out appear in
 * no document, message, schema, catalogue file or source, whatever their case and line breaks.
 */
class WordingTest {
  private static final ImmutableSet<String> TEXTS =
      ImmutableSet.of(
          "md",
          "java",
          "avdl",
          "yaml",
          "json",
          "sql",
          "css",
          "html",
          "js",
          "properties",
          "csv",
          "cff",
          "xml",
          "zone",
          "txt");

  /** What is ours; folders that may not be there are passed over. */
  private static final List<Path> ROOTS =
      List.of(Path.of("src"), Path.of("pipelines"), Path.of("."));

  private static final Path GLOSSARY = Path.of("pipelines/catalogue/glossary.yaml");

  private static Set<Path> texts() throws IOException {
    Set<Path> files = new TreeSet<>();
    for (Path root : ROOTS) {
      int depth = root.equals(Path.of(".")) ? 1 : Integer.MAX_VALUE;
      try (Stream<Path> found = Files.walk(root, depth)) {
        found
            .map(Path::normalize)
            .filter(Files::isRegularFile)
            .filter(file -> TEXTS.contains(MoreFiles.getFileExtension(file)))
            .filter(file -> !file.equals(GLOSSARY))
            // What validators bring along is not ours.
            .filter(file -> !file.toString().contains("node_modules"))
            .forEach(files::add);
      }
    }
    return files;
  }

  private static List<String> phrases() {
    List<String> phrases = new ArrayList<>();
    for (Term term : Glossary.terms()) {
      term.never().values().forEach(phrases::addAll);
    }
    return phrases;
  }

  /** Lower case, with what joins lines in sources and comments taken for a space. */
  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replaceAll("\"\\s*\\+\\s*\"", "")
        .replaceAll("\\R\\s*(?:\\*|//|#|--)?\\s*", " ")
        .replaceAll("\\s+", " ");
  }

  static List<String> forbidden(String text) {
    String plain = plain(text);
    return phrases().stream().filter(phrase -> plain.contains(plain(phrase))).toList();
  }

  @Test
  void noTextHoldsAPhraseThatTheGlossaryRulesOut() throws IOException {
    List<String> found = new ArrayList<>();
    Set<Path> files = texts();
    for (Path file : files) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      forbidden(text).forEach(phrase -> found.add(file + ": " + phrase));
    }
    assertThat(found, is(empty()));
    assertThat(files.size(), is(greaterThan(500)));
    assertThat(files.contains(Path.of("README.md")), is(true));
    assertThat(files.contains(Path.of("src/main/resources/web/casesheet/nl.json")), is(true));
  }

  @Test
  void aPhraseIsFoundWhateverItsCaseAndLineBreaks() {
    String phrase = phrases().get(0);
    int space = phrase.indexOf(' ');
    String first = phrase.substring(0, space);
    String rest = phrase.substring(space + 1);
    assertThat(forbidden(first + "\n   * " + rest.toUpperCase(Locale.ROOT)), is(not(empty())));
    assertThat(forbidden("\"" + first + "\"\n  + \" " + rest + '"'), is(not(empty())));
    assertThat(forbidden(first + " nothing"), is(empty()));
  }

  @Test
  void eachTermIsThereOnceAndItsOwnWordsAreAllowed() {
    Set<String> ids = new HashSet<>();
    for (Term term : Glossary.terms()) {
      assertThat(term.id(), ids.add(term.id()), is(true));
      for (String language : List.of("en", "nl")) {
        assertThat(term.id(), term.never().get(language), is(not(empty())));
        assertThat(forbidden(term.say().in(language)), is(empty()));
        assertThat(forbidden(term.means().in(language)), is(empty()));
      }
    }
  }
}
