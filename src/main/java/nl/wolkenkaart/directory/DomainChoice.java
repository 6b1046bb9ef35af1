package nl.wolkenkaart.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import nl.wolkenkaart.directory.sources.Contact;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Chooses the domain at which an organisation receives mail among those that registers give, and
 * says why. Pure: the same candidates and the same answers give the same choice. What goes first:
 *
 * <ol>
 *   <li>a domain that receives mail (it has MX) before one of which that is not known, and that
 *       before one that does not; left out while nothing was asked
 *   <li>the domain of its e-mail address or website before one that a register of domains has for
 *       it (it may have hundreds), and that before one for something special ({@code Werken bij},
 *       certified mail, a redirection)
 *   <li>the organisation's own domain before one that others have too, such as a school board's
 *   <li>by kind: registered for e-mail, of an e-mail address, of the website, in a register
 *   <li>the order of the registers
 * </ol>
 */
public final class DomainChoice {
  /** Most domains of an organisation that are asked about. */
  static final int MOST_ASKED = 8;

  private static final Set<String> GENERAL =
      Set.of(
          "algemeen",
          "website",
          "homepage",
          "corporate website",
          "contact",
          "contactformulier",
          "contactpagina",
          "contactgegevens",
          "e-mail",
          "email",
          "altro",
          "general",
          "info");

  /** Ranks from here on are of domains in a register of domains. */
  private static final int LISTED = 3;

  /** Ranks from here on are of what is for something special. */
  private static final int SPECIAL = 4;

  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparing(DomainChoice::tier)
          .thenComparing(c -> !c.getOwn())
          .thenComparing(DomainChoice::rank);

  private DomainChoice() {}

  /** Whether a domain receives mail, the best first. */
  public enum Mail {
    MX,
    NOT_KNOWN,
    NONE
  }

  /**
   * What was chosen.
   *
   * @param domain null where there is no candidate
   * @param candidates best first, each with its reason
   */
  record Choice(@Nullable String domain, String reason, List<Candidate> candidates) {}

  /**
   * The first choice, before anything was asked: which candidates are to be asked about, and which
   * it would be without an answer.
   *
   * @param candidates in the order of the registers; those that cannot be it have their reason
   */
  static Choice first(List<Candidate> candidates) {
    List<Candidate> sorted = new ArrayList<>();
    List<Candidate> refused = new ArrayList<>();
    for (Candidate candidate : candidates) {
      (candidate.getReason().isEmpty() ? sorted : refused).add(copy(candidate));
    }
    sorted.sort(BEST_FIRST);
    Set<String> asked = new HashSet<>();
    for (Candidate candidate : sorted) {
      boolean known = asked.contains(candidate.getDomain());
      candidate.setAsked(known || asked.size() < MOST_ASKED);
      if (candidate.getAsked()) {
        asked.add(candidate.getDomain());
      }
    }
    return explained(sorted, refused, null);
  }

  /**
   * The organisation with its domain chosen by what DNS said; the organisation itself where there
   * was nothing to choose.
   *
   * @param mail whether a domain that was asked about receives mail
   */
  public static Organisation settle(Organisation organisation, Function<String, Mail> mail) {
    if (!isOpen(organisation)) {
      return organisation;
    }
    List<Candidate> sorted = new ArrayList<>();
    List<Candidate> rest = new ArrayList<>();
    for (Candidate candidate : organisation.getCandidates()) {
      (candidate.getAsked() ? sorted : rest).add(copy(candidate));
    }
    sorted.sort(Comparator.comparing((Candidate c) -> mail.apply(c.getDomain())));
    Choice choice = explained(sorted, rest, mail);
    return Organisation.newBuilder(organisation)
        .setDomain(choice.domain())
        .setRegistrableDomain(RegistrableDomain.of(choice.domain()))
        .setDomainReason(withParent(organisation, choice.reason()))
        .setCandidates(choice.candidates())
        .build();
  }

  private static String withParent(Organisation organisation, String reason) {
    return organisation.getInheritedFrom() == null
        ? reason
        : inherited(organisation.getInheritedFrom(), reason);
  }

  /** The reason of an organisation that takes the domain of the one that it is a part of. */
  static String inherited(String from, String reason) {
    return "that of " + from + ", of which the register says it is a part: " + reason;
  }

  /** The domains that are asked about for an organisation, its own domain first. */
  public static Set<String> asked(Organisation organisation) {
    Set<String> domains = new LinkedHashSet<>();
    if (organisation.getDomain() != null) {
      domains.add(organisation.getDomain());
    }
    if (isOpen(organisation)) {
      for (Candidate candidate : organisation.getCandidates()) {
        if (candidate.getAsked()) {
          domains.add(candidate.getDomain());
        }
      }
    }
    return domains;
  }

  /** Whether DNS has a say in the choice: several domains may be it. */
  public static boolean isOpen(Organisation organisation) {
    return organisation.getCandidates().stream()
            .filter(Candidate::getAsked)
            .map(Candidate::getDomain)
            .distinct()
            .limit(2)
            .count()
        > 1;
  }

  private static Choice explained(
      List<Candidate> sorted, List<Candidate> rest, @Nullable Function<String, Mail> mail) {
    List<Candidate> all = new ArrayList<>(sorted);
    all.addAll(rest);
    if (sorted.isEmpty()) {
      return new Choice(
          null,
          rest.isEmpty()
              ? "no register gives an address"
              : "no address that a register gives can be its domain",
          all);
    }
    Candidate winner = sorted.get(0);
    long domains = sorted.stream().map(Candidate::getDomain).distinct().count();
    String reason = reason(winner, domains, mail);
    winner.setReason("taken: " + reason);
    for (Candidate candidate : sorted.subList(1, sorted.size())) {
      if (candidate.getDomain().equals(winner.getDomain())) {
        candidate.setReason("the same domain");
      } else if (candidate.getAsked()) {
        candidate.setReason(loss(winner, candidate, mail));
      } else {
        candidate.setReason("not asked: the organisation has more than " + MOST_ASKED + " domains");
      }
    }
    return new Choice(winner.getDomain(), reason, all);
  }

  private static String reason(
      Candidate winner, long domains, @Nullable Function<String, Mail> mail) {
    String kind = words(winner);
    if (domains == 1) {
      return kind + ", no other domain is given";
    }
    String among = ", before " + (domains - 1) + (domains == 2 ? " other" : " others");
    if (mail == null) {
      return kind + among + "; which of them receive mail is not asked yet";
    }
    return switch (mail.apply(winner.getDomain())) {
      case MX -> kind + ", receives mail" + among;
      case NOT_KNOWN -> kind + ", not known whether it receives mail" + among;
      case NONE -> kind + ", none of the domains receives mail" + among;
    };
  }

  private static String words(Candidate candidate) {
    String purpose = candidate.getPurpose() == null ? "" : " (" + candidate.getPurpose() + ")";
    return candidate.getKind() + purpose;
  }

  private static String loss(
      Candidate winner, Candidate loser, @Nullable Function<String, Mail> mail) {
    if (mail != null && mail.apply(loser.getDomain()) != mail.apply(winner.getDomain())) {
      return mail.apply(loser.getDomain()) == Mail.NONE
          ? "receives no mail"
          : "not known whether it receives mail";
    }
    String other = winner.getDomain();
    if (tier(loser) > tier(winner) && rank(loser) < SPECIAL) {
      return "one of the domains that it has; " + other + " is that of its " + winner.getKind();
    }
    if (tier(loser) > tier(winner)) {
      return "for something special"
          + (loser.getPurpose() == null ? "" : ": " + loser.getPurpose());
    }
    if (winner.getOwn() && !loser.getOwn()) {
      return "others have it too, and " + other + " is the organisation's own";
    }
    return rank(loser) > rank(winner)
        ? "a " + loser.getKind() + ", and " + other + " is of a better kind: " + words(winner)
        : "comes after " + other + " in the register";
  }

  private static int tier(Candidate candidate) {
    int rank = rank(candidate);
    return rank < LISTED ? 0 : rank < SPECIAL ? 1 : 2;
  }

  private static int rank(Candidate candidate) {
    String purpose =
        candidate.getPurpose() == null ? "" : candidate.getPurpose().toLowerCase(Locale.ROOT);
    boolean general = purpose.isEmpty() || GENERAL.contains(purpose);
    if (candidate.getKind().equals(Contact.Kind.REGISTER.word())) {
      return purpose.startsWith("e-mail") ? 0 : general ? LISTED : SPECIAL + 2;
    }
    boolean mail = candidate.getKind().equals(Contact.Kind.EMAIL.word());
    return (mail ? 1 : 2) + (general ? 0 : SPECIAL - 1);
  }

  private static Candidate copy(Candidate candidate) {
    return Candidate.newBuilder(candidate).build();
  }
}
