package nl.wolkenkaart.lookup;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Asks everything about one domain, in rounds: its own names, then what the answers name, until
 * nothing new is named. A round begins when the one before is in; no domain waits for another.
 */
final class DomainLookup {
  private final QuestionNames names;
  private final LookupPlan plan;
  private final DnsClient own;
  private final DnsClient shared;
  private final List<PlannedAnswer> answers = new ArrayList<>();
  private final Map<Subject, Set<String>> seen = new EnumMap<>(Subject.class);
  private final Set<Question> asked = new LinkedHashSet<>();
  private final String domain;
  private final Consumer<DomainAnswers> whenDone;

  /**
   * @param own asks names that only this domain has
   * @param shared asks names that many domains have
   */
  DomainLookup(
      String domain,
      QuestionNames names,
      LookupPlan plan,
      DnsClient own,
      DnsClient shared,
      Consumer<DomainAnswers> whenDone) {
    this.domain = domain;
    this.whenDone = whenDone;
    this.names = names;
    this.plan = plan;
    this.own = own;
    this.shared = shared;
    for (Subject subject : Subject.values()) {
      seen.put(subject, new LinkedHashSet<>());
    }
  }

  /** Starts; the consumer is called once, when the last answer is in. */
  void start() {
    List<Asked> first = new ArrayList<>();
    plan(Subject.DOMAIN, domain, first);
    ask(first);
  }

  private void ask(List<Asked> round) {
    if (round.isEmpty()) {
      whenDone.accept(new DomainAnswers(domain, answers, null));
      return;
    }
    PlannedAnswer[] in = new PlannedAnswer[round.size()];
    AtomicInteger missing = new AtomicInteger(round.size());
    for (int i = 0; i < in.length; i++) {
      Asked planned = round.get(i);
      int place = i;
      planned.by.ask(
          planned.question,
          answer -> {
            in[place] = new PlannedAnswer(planned.id, answer);
            if (missing.decrementAndGet() == 0) {
              nextRound(in);
            }
          });
    }
  }

  /** Begins the round after this one; a fault of ours must stop the run, not leave it waiting. */
  private void nextRound(PlannedAnswer[] in) {
    try {
      next(in);
    } catch (RuntimeException fault) {
      whenDone.accept(new DomainAnswers(domain, answers, fault));
    }
  }

  private void next(PlannedAnswer[] in) {
    List<Asked> round = new ArrayList<>();
    for (PlannedAnswer planned : in) {
      answers.add(planned);
      FollowedNames.of(
          planned.id(), planned.answer(), (subject, name) -> plan(subject, name, round));
    }
    ask(round);
  }

  private void plan(Subject subject, String name, List<Asked> round) {
    Set<String> before = seen.get(subject);
    if (before.size() >= plan.bound(subject) || !before.add(name)) {
      return;
    }
    for (PlannedQuestion planned : plan.about(subject)) {
      names
          .of(planned, subject, name)
          .filter(asked::add)
          .ifPresent(
              question ->
                  round.add(
                      new Asked(planned.id(), question, subject == Subject.DOMAIN ? own : shared)));
    }
  }

  private record Asked(String id, Question question, DnsClient by) {}
}
