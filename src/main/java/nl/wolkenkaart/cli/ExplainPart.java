package nl.wolkenkaart.cli;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.wolkenkaart.lookup.SpfRecord;
import nl.wolkenkaart.lookup.TextRecord;
import nl.wolkenkaart.observation.DomainObservation;
import nl.wolkenkaart.observation.ObservedAnswer;
import nl.wolkenkaart.observation.ObservedRecord;
import nl.wolkenkaart.provider.Provider;
import nl.wolkenkaart.provider.Role;

/** A part of what is seen of a domain, that can be thought away or put in. */
enum ExplainPart {
  DKIM("DKIM", Role.DKIM, ImmutableSet.of("dkim-selector1", "dkim-selector2", "dkim-google")),
  AUTODISCOVER(
      "autodiscover", Role.AUTODISCOVER, ImmutableSet.of("autodiscover", "autodiscover-srv")),
  /** Thought away, mail is received by a relay of the organisation's own. */
  MX("MX", Role.MX, ImmutableSet.of("mx")),
  /** The mail hosts that are not most preferred. */
  MX_BACKUP("the less preferred MX", null, ImmutableSet.of("mx")),
  SPF("SPF", Role.SPF, ImmutableSet.of("txt")),
  TOKENS("verification tokens", null, ImmutableSet.of("txt")),
  EOP_NAME("Microsoft's name for the domain", null, ImmutableSet.of("eop-name")),
  NETWORK("the networks of the mail hosts", null, ImmutableSet.of("origin", "origin6"));

  private static final String SPF_VERSION = "(?i)v=spf1";
  private static final int MOST_PREFERENCE = 65_535;

  final String words;
  private final Role role;
  private final ImmutableSet<String> questions;

  ExplainPart(String words, Role role, ImmutableSet<String> questions) {
    this.words = words;
    this.role = role;
    this.questions = questions;
  }

  /** What would have been observed without it. */
  DomainObservation awayFrom(DomainObservation observed) {
    return switch (this) {
      case DKIM, AUTODISCOVER, EOP_NAME -> change(observed, a -> answered(a, List.of(), List.of()));
      case NETWORK -> change(observed, a -> answered(a, List.of(), List.of()));
      case MX -> {
        String relay = "10 relay." + observed.getDomain();
        yield change(observed, a -> hasRecords(a) ? answered(a, List.of(relay), List.of()) : a);
      }
      case MX_BACKUP -> change(observed, a -> keep(a, mostPreferred(a)));
      case SPF -> change(observed, a -> keep(a, data -> !isSpf(data)));
      case TOKENS -> change(observed, a -> keep(a, ExplainPart::isSpf));
    };
  }

  /**
   * What would have been observed if it pointed to a provider; empty where the catalogue knows no
   * name of the provider in this place, or the question was not asked.
   */
  Optional<DomainObservation> puttingIn(DomainObservation observed, Provider provider) {
    List<String> suffixes =
        role == null ? List.of() : provider.suffixes().getOrDefault(role, List.of());
    if (suffixes.isEmpty() || answers(observed).findAny().isEmpty()) {
      return Optional.empty();
    }
    String suffix = suffixes.get(0).replace("*", "x");
    return Optional.of(
        change(
            observed,
            a ->
                switch (a.getQuestion()) {
                  case "dkim-selector1" -> answered(a, List.of("selector1." + suffix), List.of());
                  case "dkim-selector2" -> answered(a, List.of("selector2." + suffix), List.of());
                  case "autodiscover" -> answered(a, List.of(), List.of("autodiscover." + suffix));
                  case "mx" -> answered(a, List.of("0 mx." + suffix), List.of());
                  case "txt" -> answered(a, including(a, suffix), List.of());
                  default -> a;
                }));
  }

  private Stream<ObservedAnswer> answers(DomainObservation observed) {
    return observed.getAnswers().stream().filter(a -> questions.contains(a.getQuestion()));
  }

  private DomainObservation change(
      DomainObservation observed, UnaryOperator<ObservedAnswer> change) {
    return new DomainObservation(
        observed.getDomain(),
        observed.getPlan(),
        observed.getAnswers().stream()
            .map(a -> questions.contains(a.getQuestion()) ? change.apply(a) : a)
            .toList());
  }

  /** An answer of other content; without any, that there is nothing. */
  static ObservedAnswer answered(ObservedAnswer answer, List<String> data, List<String> chain) {
    if (data.isEmpty() && chain.isEmpty() && !hasRecords(answer) && answer.getChain().isEmpty()) {
      // Nothing was there before; that it failed, if it did, stays.
      return answer;
    }
    return ObservedAnswer.newBuilder(answer)
        .setStatus(data.isEmpty() && chain.isEmpty() ? "NODATA" : "NOERROR")
        .setReason(null)
        .setRecords(
            data.stream()
                .map(text -> new ObservedRecord(answer.getName(), answer.getType(), 0L, text))
                .toList())
        .setChain(chain)
        .build();
  }

  private static ObservedAnswer keep(ObservedAnswer answer, Predicate<String> kept) {
    List<String> data = data(answer).stream().filter(kept).toList();
    return data.size() == answer.getRecords().size()
        ? answer
        : answered(answer, data, answer.getChain());
  }

  private static boolean hasRecords(ObservedAnswer answer) {
    return !answer.getRecords().isEmpty();
  }

  private static List<String> data(ObservedAnswer answer) {
    return answer.getRecords().stream().map(ObservedRecord::getData).toList();
  }

  private static boolean isSpf(String data) {
    return SpfRecord.isSpf(TextRecord.join(data));
  }

  /** The TXT records with an include in front of the others of the SPF record, made if need be. */
  private static List<String> including(ObservedAnswer txt, String suffix) {
    String include = "v=spf1 include:" + suffix;
    List<String> records = new ArrayList<>(data(txt));
    for (int i = 0; i < records.size(); i++) {
      if (isSpf(records.get(i))) {
        records.set(i, records.get(i).replaceFirst(SPF_VERSION, include));
        return records;
      }
    }
    records.add('"' + include + " -all\"");
    return records;
  }

  private static Predicate<String> mostPreferred(ObservedAnswer mx) {
    int lowest = data(mx).stream().mapToInt(ExplainPart::preference).min().orElse(0);
    return data -> preference(data) == lowest;
  }

  private static int preference(String record) {
    String first = record.substring(0, Math.max(0, record.indexOf(' ')));
    return first.matches("[0-9]{1,5}") ? Integer.parseInt(first) : MOST_PREFERENCE;
  }
}
