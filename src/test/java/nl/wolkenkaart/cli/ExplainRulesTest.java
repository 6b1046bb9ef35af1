package nl.wolkenkaart.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import nl.wolkenkaart.provider.Rules;
import org.junit.jupiter.api.Test;

class ExplainRulesTest {
  @Test
  void everyRuleOfTheClassifierHasItsSentence() throws IllegalAccessException {
    TreeSet<String> rules = new TreeSet<>(List.of("not-observed"));
    for (Field field : Rules.class.getFields()) {
      if (Modifier.isStatic(field.getModifiers())) {
        rules.add(String.valueOf(field.get(null)));
      }
    }
    assertThat(new TreeSet<>(ExplainRules.VERDICTS.keySet()), is(rules));
  }

  @Test
  void familiesAreReadOneByOne() {
    assertThat(
        ExplainRules.meaningOfVerdict("dkim+spf"),
        is(
            Optional.of(
                "a DKIM selector is a CNAME to the provider, which signs the mail;"
                    + " the domain's own SPF record lets the provider send")));
    assertThat(ExplainRules.meaningOfVerdict("dkim+magic"), is(Optional.empty()));
    assertThat(
        ExplainRules.meaningOfVerdict("autodiscover").orElseThrow(), startsWith("mail programs"));
    assertThat(ExplainRules.meaning("autodiscover").orElseThrow(), startsWith("a client set-up"));
  }

  @Test
  void aCorrectedRuleSaysWhatItWas() {
    assertThat(
        ExplainRules.meaningOfVerdict("corrected:no-mx").orElseThrow(),
        startsWith("corrected; the evidence alone says: there is neither"));
    assertThat(
        ExplainRules.meaningOfVerdict("corrected:autodiscover").orElseThrow(),
        startsWith("corrected; the evidence alone says: mail programs"));
  }

  @Test
  void theDocumentationHasTheSameLists() throws Exception {
    String method = Files.readString(Path.of("src", "site", "markdown", "method.md"));
    for (Map<String, String> rules :
        List.of(ExplainRules.FAMILIES, ExplainRules.VERDICTS, ExplainRules.LINES)) {
      StringBuilder table = new StringBuilder();
      rules.forEach((rule, meaning) -> table.append("| `" + rule + "` | " + meaning + " |\n"));
      assertThat(method, containsString("| --- | --- |\n" + table + "\n"));
    }
  }
}
