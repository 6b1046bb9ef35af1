package nl.wolkenkaart.web;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.time.LocalDate;
import java.util.Locale;
import nl.wolkenkaart.provider.Catalogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WordsTest {
  private final Locale before = Locale.getDefault();
  private final Words dutch = new Words(Messages.in(Language.NL), Catalogue.embedded());
  private final Words english = new Words(Messages.in(Language.EN), Catalogue.embedded());

  @AfterEach
  void restore() {
    Locale.setDefault(before);
  }

  @Test
  void numbersAreWrittenAsTheLanguageDoesWhateverTheMachine() {
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    assertThat(dutch.count(1234567), is("1.234.567"));
    assertThat(english.count(1234567), is("1,234,567"));
    assertThat(dutch.percent(0.953216), is("95,3%"));
    assertThat(english.percent(0.953216), is("95.3%"));
    assertThat(dutch.date(LocalDate.of(2026, 4, 28)), is("28 april 2026"));
    assertThat(english.date(LocalDate.of(2026, 3, 1)), is("1 March 2026"));
  }

  @Test
  void sharesAreRoundedHalfUp() {
    assertThat(english.percent(0.0005), is("0.1%"));
    assertThat(english.percent(0.000499), is("0.0%"));
    assertThat(english.percent(0.9995), is("100.0%"));
  }

  @Test
  void sectorsAndOperatorsHaveTheirNames() {
    assertThat(dutch.sector("municipality"), is("Gemeente"));
    assertThat(english.sector("municipality"), is("Municipality"));
    assertThat(english.sector("safety-region"), is("Safety region"));
    assertThat(english.sector("territoriale"), is("territoriale"));
    assertThat(dutch.sector("all"), is("Alle organisaties"));
    assertThat(english.operator("other:host.example"), is("host.example"));
    assertThat(dutch.operator("self"), is("de organisatie zelf"));
    assertThat(english.operator("google-workspace"), is("Google Workspace"));
  }
}
