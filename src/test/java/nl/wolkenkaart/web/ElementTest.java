package nl.wolkenkaart.web;

import static nl.wolkenkaart.web.Element.el;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ElementTest {
  @Test
  void textIsNeverMarkup() {
    assertThat(
        el("b").with("title", "\"><img src=x onerror=alert(1)>").add("</b><script>").toString(),
        is(
            "<b title=\"&quot;&gt;&lt;img src=x onerror=alert(1)&gt;\">"
                + "&lt;/b&gt;&lt;script&gt;</b>"));
  }

  @Test
  void whatTurnsTheDirectionOfWritingIsMadeVisible() {
    assertThat(el("b").add("a\u202Eb\u0000").toString(), is("<b>a\\u202eb\\u0000</b>"));
  }

  @Test
  void aTextOfAnyLengthIsCut() {
    assertThat(el("b").add("x".repeat(100_000)).toString().length(), is(4000 + 7));
  }

  @Test
  void handlersAndStylesAreRefused() {
    for (String name : new String[] {"onclick", "style", "onerror"}) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> el("b").with(name, "x"));
      assertThat(refused.getMessage(), containsString(name));
    }
  }

  @Test
  void aTitleKeepsAWordWithAHyphenWholeAndItsLettersAsTheyAre() {
    Element title = Element.el("h1").addTitle("Wie de e-mail heeft, X-as en E-mail & well-known");
    assertThat(
        title.toString(),
        is(
            "<h1>Wie de <span class=\"whole\">e-mail</span> heeft, <span class=\"whole\">X-as</span>"
                + " en <span class=\"whole\">E-mail</span> &amp; well-known</h1>"));
    assertThat(title.toString().replaceAll("<[^>]*>", "").contains("e-mail"), is(true));
  }
}
