package nl.wolkenkaart.lookup;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks everything about one domain, in rounds: its own names, then what the answers name, until
 * nothing new is named. A round begins when the one before is in; no domain waits for another.
 *
 * <p>What an earlier pass or run has answered is not asked again, so a lookup that is taken up
 * again comes to what it would have come to at once.
 */
final class DomainLookup {
  private static final Logger LOG = LoggerFactory.getLogger(DomainLookup.class);
  private static final Duration NO_DEADLINE = Duration.ofDays(1);

  private final QuestionNames names;
  private final LookupPlan plan;
  private final EarlierAnswers earlier;
  private final LookupPace pace;
  private final DomainPatience patience;
  private final AnswerRoom room = new AnswerRoom();
  private final List<PlannedAnswer> answers = new ArrayList<>();
  private final Map<Subject, Set<String>> seen = new EnumMap<>(Subject.class);
  private final Map<Question, AskedQuestion> asked = new HashMap<>();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final String domain;
  private final Consumer<DomainAnswers> whenDone;
  private volatile LookupRound current;

  /** A lookup of which nothing is known, without a deadline. */
  DomainLookup(
      String domain,
      QuestionNames names,
      LookupPlan plan,
      DnsClient own,
      DnsClient shared,
      Consumer<DomainAnswers> whenDone) {
    this(
        domain,
        names,
        plan,
        new EarlierAnswers(List.of()),
        new LookupPace(own, shared, false, NO_DEADLINE, Clock.systemUTC()),
        whenDone);
  }

  /**
   * A lookup that has not begun.
   *
   * @param earlier what is known of the domain
   */
  DomainLookup(
      String domain,
      QuestionNames names,
      LookupPlan plan,
      EarlierAnswers earlier,
      LookupPace pace,
      Consumer<DomainAnswers> whenDone) {
    this.domain = domain;
    this.names = names;
    this.plan = plan;
    this.earlier = earlier;
    this.pace = pace;
    this.patience = pace.patienceAfter(earlier);
    this.whenDone = whenDone;
    for (Subject subject : Subject.values()) {
      seen.put(subject, new LinkedHashSet<>());
    }
  }

  /** Starts; the consumer is called once, when the last answer is in. */
  void start() {
    begin(round -> plan(Subject.DOMAIN, domain, round));
  }

  /**
   * Time passes: counts it where a resolver has one of the questions, and ends what is not in when
   * the deadline has passed. Called by one thread.
   */
  void passes(long nanos) {
    LookupRound round = current;
    if (round == null) {
      return;
    }
    if (round.isWithResolver()) {
      patience.passes(nanos);
    }
    if (patience.over() != null) {
      round.end();
    }
  }

  /** Plans a round and asks it; a fault of ours must stop the run, not leave it waiting. */
  private void begin(Consumer<List<AskedQuestion>> planning) {
    try {
      List<AskedQuestion> questions = new ArrayList<>();
      planning.accept(questions);
      if (!questions.isEmpty()) {
        ask(questions);
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

  private void ask(List<AskedQuestion> questions) {
    LookupRound round =
        new LookupRound(
            questions, patience, pace.clock(), () -> begin(next -> take(current, next)), this::end);
    current = round;
    pace.ask(round);
  }

  private void take(LookupRound round, List<AskedQuestion> next) {
    List<AskedQuestion> questions = round.questions();
    for (int i = 0; i < questions.size(); i++) {
      AskedQuestion question = questions.get(i);
      question.take(room.fit(round.answer(i)));
      answers.add(new PlannedAnswer(question.id(), question.answer()));
      for (String id : question.ids()) {
        follow(id, question.answer(), next);
      }
    }
  }

  private void follow(String id, Answer answer, List<AskedQuestion> round) {
    FollowedNames.of(id, answer, (subject, name) -> plan(subject, name, round));
  }

  private void plan(Subject subject, String name, List<AskedQuestion> round) {
    Set<String> before = seen.get(subject);
    if (before.size() >= plan.bound(subject) || !before.add(name)) {
      return;
    }
    DnsClient by = subject == Subject.DOMAIN ? pace.own() : pace.shared();
    for (PlannedQuestion planned : plan.about(subject)) {
      names.of(planned, subject, name).ifPresent(question -> want(planned, question, by, round));
    }
  }

  /** Asks a question, or uses its answer where it was asked already for another reason. */
  private void want(
      PlannedQuestion planned, Question question, DnsClient by, List<AskedQuestion> round) {
    AskedQuestion known = asked.get(question);
    if (known == null) {
      AskedQuestion fresh =
          new AskedQuestion(planned.id(), question, by, earlier.find(planned, question));
      asked.put(question, fresh);
      round.add(fresh);
    } else if (known.answersToo(planned.id()) && known.answer() != null) {
      follow(planned.id(), known.answer(), round);
    }
  }
}
