package nl.wolkenkaart.web;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static final Pattern FILLED = Pattern.compile("\\{(\\w+)}");

  /** A text in quotes in Java or in the page's script, made of what keys are made of. */
  private static final Pattern QUOTED = Pattern.compile("[\"']([\\w.+-]+)[\"']");

  @Test
  void bothLanguagesHaveTheSameKeysInTheSameOrder() {
    List<String> dutch = List.copyOf(Messages.in(Language.NL).all().keySet());
    assertThat(dutch, is(List.copyOf(Messages.in(Language.EN).all().keySet())));
  }

  @Test
  void bothLanguagesFillInTheSame() {
    Messages.in(Language.EN)
        .all()
        .forEach(
            (key, text) ->
                assertThat(key, filled(Messages.in(Language.NL).text(key)), is(filled(text))));
  }

  private static Set<String> filled(String text) {
    TreeSet<String> names = new TreeSet<>();
    FILLED.matcher(text).results().map((MatchResult found) -> found.group(1)).forEach(names::add);
    return names;
  }

  @Test
  void noTextIsEmptyAndNoneIsTheSameByMistake() {
    for (Language language : Language.values()) {
      List<String> blank =
          Messages.in(language).all().entrySet().stream()
              .filter(entry -> entry.getValue().isBlank())
              .map(entry -> entry.getKey())
              .toList();
      assertThat(blank, is(empty()));
    }
    assertThat(
        Messages.in(Language.NL)
            .text("headline.entry")
            .equals(Messages.in(Language.EN).text("headline.entry")),
        is(false));
  }

  /**
   * A key is used where the sources have it in quotes, or the beginning of it up to a dot (to which
   * a code is joined), or its end from a dot (before which the name of a section is put).
   */
  @Test
  void noTextIsUnused() throws IOException {
    Set<String> quoted = new TreeSet<>();
    for (String folder :
        List.of("src/main/java/nl/wolkenkaart/web", "src/main/resources/web/script")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          QUOTED.matcher(Files.readString(file)).results().forEach(r -> quoted.add(r.group(1)));
        }
      }
    }
    String rules = Files.readString(Path.of("src/main/java/nl/wolkenkaart/cli/ExplainRules.java"));
    assertThat(rules.contains("\"rules.\""), is(true));
    List<String> unused = new ArrayList<>();
    for (String key : Messages.in(Language.EN).all().keySet()) {
      boolean used = quoted.contains(key);
      for (int dot = key.indexOf('.'); !used && dot >= 0; dot = key.indexOf('.', dot + 1)) {
        used =
            quoted.contains(key.substring(0, dot + 1))
                || (quoted.contains(key.substring(0, dot)) && quoted.contains(key.substring(dot)));
      }
      if (!used) {
        unused.add(key);
      }
    }
    assertThat(unused, is(empty()));
  }

  @Test
  void whatIsNotThereIsAnError() {
    assertThrows(
        IllegalArgumentException.class, () -> Messages.in(Language.NL).text("headline.nothing"));
  }
}
