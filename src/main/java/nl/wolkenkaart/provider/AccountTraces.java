package nl.wolkenkaart.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.wolkenkaart.lookup.TextRecord;
import nl.wolkenkaart.observation.AnswerIndex;

/**
 * Traces of an account at a mailbox provider: verification tokens in TXT records, and Microsoft's
 * name for an accepted domain. They prove that somebody once set something up, and no mailbox; that
 * they are missing proves nothing, for tokens may be removed and the name has more than one form.
 */
final class AccountTraces {
  private static final String MICROSOFT = "microsoft-365";

  /** The only token that tells a mailbox provider from others: the rest is search, adverts. */
  private static final String MICROSOFT_TOKEN = "MS=";

  private AccountTraces() {}

  static List<Finding> of(AnswerIndex index, Catalogue catalogue) {
    List<Finding> findings = new ArrayList<>();
    List<Provider> providers =
        catalogue.providers().stream()
            .filter(p -> p.kind() == Kind.MAILBOX && !p.tokens().isEmpty())
            .toList();
    for (String record : Answered.data(index.one("txt"))) {
      String text = TextRecord.join(record);
      for (Provider provider : providers) {
        token(text, provider)
            .ifPresent(
                token ->
                    findings.add(
                        new Finding(
                            Signal.TXT_TOKEN,
                            "TXT " + text,
                            provider.id(),
                            Finding.SERVICE,
                            token.equals(MICROSOFT_TOKEN) ? Signal.TXT_TOKEN.points : 0,
                            "txt-token")));
      }
    }
    Optional<Provider> microsoft = catalogue.provider(MICROSOFT);
    if (microsoft.isPresent() && !Answered.data(index.one("eop-name")).isEmpty()) {
      findings.add(
          new Finding(
              Signal.EOP_NAME,
              index.one("eop-name").get().getName() + " exists",
              MICROSOFT,
              Finding.SERVICE,
              Signal.EOP_NAME.points,
              "accepted-domain"));
    }
    return findings;
  }

  private static Optional<String> token(String text, Provider provider) {
    for (String token : provider.tokens()) {
      if (text.regionMatches(true, 0, token, 0, token.length())) {
        return Optional.of(token);
      }
    }
    return Optional.empty();
  }
}
