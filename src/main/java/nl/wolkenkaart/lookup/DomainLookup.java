package nl.wolkenkaart.lookup;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks everything about one domain, in rounds: its own names, then what the answers name, until
 * nothing new is named. A round begins when the one before is in; no domain waits for another.
 */
final class DomainLookup {
  private static final Logger LOG = LoggerFactory.getLogger(DomainLookup.class);

  private final QuestionNames names;
  private final LookupPlan plan;
  private final DnsClient own;
  private final DnsClient shared;
  private final List<PlannedAnswer> answers = new ArrayList<>();
  private final Map<Subject, Set<String>> seen = new EnumMap<>(Subject.class);
  private final Map<Question, Asked> asked = new HashMap<>();
  private final AtomicBoolean ended = new AtomicBoolean();
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
    begin(round -> plan(Subject.DOMAIN, domain, round));
  }

  /** Plans a round and asks it; a fault of ours must stop the run, not leave it waiting. */
  private void begin(Consumer<List<Asked>> planning) {
    try {
      List<Asked> round = new ArrayList<>();
      planning.accept(round);
      if (!round.isEmpty()) {
        ask(round);
        return;
      }
    } catch (RuntimeException fault) {
      end(fault);
      return;
    } catch (Error error) {
      end(new IllegalStateException(error));
      return;
    }
    end(null);
  }

  private void end(RuntimeException fault) {
    if (ended.compareAndSet(false, true)) {
      whenDone.accept(new DomainAnswers(domain, answers, fault));
    } else {
      LOG.error("the lookup of {} ended and went on", domain, fault);
    }
  }

  private void ask(List<Asked> round) {
    Answer[] in = new Answer[round.size()];
    AtomicInteger missing = new AtomicInteger(round.size());
    for (int i = 0; i < in.length; i++) {
      Asked planned = round.get(i);
      int place = i;
      planned.by.ask(
          planned.question,
          answer -> {
            in[place] = answer;
            if (missing.decrementAndGet() == 0) {
              begin(next -> take(round, in, next));
            }
          });
    }
  }

  private void take(List<Asked> round, Answer[] in, List<Asked> next) {
    for (int i = 0; i < in.length; i++) {
      Asked asked = round.get(i);
      asked.answer = in[i];
      answers.add(new PlannedAnswer(asked.id, in[i]));
      for (String id : List.copyOf(asked.ids)) {
        follow(id, in[i], next);
      }
    }
  }

  private void follow(String id, Answer answer, List<Asked> round) {
    FollowedNames.of(id, answer, (subject, name) -> plan(subject, name, round));
  }

  private void plan(Subject subject, String name, List<Asked> round) {
    Set<String> before = seen.get(subject);
    if (before.size() >= plan.bound(subject) || !before.add(name)) {
      return;
    }
    DnsClient by = subject == Subject.DOMAIN ? own : shared;
    for (PlannedQuestion planned : plan.about(subject)) {
      names
          .of(planned, subject, name)
          .ifPresent(question -> want(planned.id(), question, by, round));
    }
  }

  /** Asks a question, or uses its answer where it was asked already for another reason. */
  private void want(String id, Question question, DnsClient by, List<Asked> round) {
    Asked known = asked.get(question);
    if (known == null) {
      Asked fresh = new Asked(id, question, by);
      asked.put(question, fresh);
      round.add(fresh);
    } else if (known.ids.add(id) && known.answer != null) {
      follow(id, known.answer, round);
    }
  }

  /** One question of this domain, and which of the plan's questions it answers. */
  private static final class Asked {
    final String id;
    final Question question;
    final DnsClient by;
    final Set<String> ids = new LinkedHashSet<>();
    Answer answer;

    Asked(String id, Question question, DnsClient by) {
      this.id = id;
      this.question = question;
      this.by = by;
      ids.add(id);
    }
  }
}
