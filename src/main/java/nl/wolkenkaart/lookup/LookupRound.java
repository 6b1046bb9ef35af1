package nl.wolkenkaart.lookup;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

/** Questions of a domain that need nothing of each other, until the last of them is in. */
final class LookupRound {
  private final List<AskedQuestion> questions;
  private final DomainPatience patience;
  private final Clock clock;
  private final Runnable whenIn;
  private final Consumer<RuntimeException> whenBroken;
  private final AtomicReferenceArray<Answer> answers;
  private final AtomicReferenceArray<AwaitedAnswer> awaited;
  private final AtomicInteger missing;

  /**
   * @param questions at least one
   * @param whenIn called once, by whoever brings the last answer
   * @param whenBroken called when a later question cannot be asked by a fault of ours; the first is
   *     asked by the caller, who is thrown it
   */
  LookupRound(
      List<AskedQuestion> questions,
      DomainPatience patience,
      Clock clock,
      Runnable whenIn,
      Consumer<RuntimeException> whenBroken) {
    this.questions = questions;
    this.patience = patience;
    this.clock = clock;
    this.whenIn = whenIn;
    this.whenBroken = whenBroken;
    this.answers = new AtomicReferenceArray<>(questions.size());
    this.awaited = new AtomicReferenceArray<>(questions.size());
    this.missing = new AtomicInteger(questions.size());
  }

  List<AskedQuestion> questions() {
    return questions;
  }

  /** The answer to one of the questions, by its place; there once the round is in. */
  Answer answer(int place) {
    return answers.get(place);
  }

  /** Asks them all at the same moment. */
  void askAll() {
    for (int i = 0; i < questions.size(); i++) {
      int place = i;
      if (!isSettled(place)) {
        ask(place, new AwaitedAnswer(answer -> in(place, questions.get(place).after(answer))));
      }
    }
  }

  /** Asks one after the other. */
  void askInTurn() {
    askFrom(0);
  }

  private void askFrom(int first) {
    int place = first;
    while (place < questions.size() && isSettled(place)) {
      place++;
    }
    if (place < questions.size()) {
      int here = place;
      ask(here, new AwaitedAnswer(answer -> inTurn(here, answer)));
    }
  }

  private void inTurn(int place, Answer answer) {
    // Before the answer is in: with the last one the next round begins.
    patience.heard(answer);
    in(place, questions.get(place).after(answer));
    try {
      askFrom(place + 1);
    } catch (RuntimeException fault) {
      // Whoever brought the answer has others to serve, and this domain must not wait for ever.
      whenBroken.accept(fault);
    }
  }

  private void ask(int place, AwaitedAnswer whenDone) {
    awaited.set(place, whenDone);
    questions.get(place).ask(whenDone);
  }

  /** Whether a question needs no asking: its answer is known, or nothing is asked any more. */
  private boolean isSettled(int place) {
    Answer known = questions.get(place).known();
    if (known != null) {
      in(place, known);
      return true;
    }
    if (patience.over() != null) {
      in(place, ended(place));
      return true;
    }
    return false;
  }

  /** Ends what is not in yet, since the patience is over. What comes later is not looked at. */
  void end() {
    for (int i = 0; i < questions.size(); i++) {
      AwaitedAnswer waiting = awaited.get(i);
      if (answers.get(i) == null && waiting != null) {
        waiting.giveUp();
      }
      Answer known = questions.get(i).known();
      in(i, known != null ? known : ended(i));
    }
  }

  private Answer ended(int place) {
    AskedQuestion asked = questions.get(place);
    return asked.after(asked.ended(awaited.get(place), patience.over(), clock.instant()));
  }

  private void in(int place, Answer answer) {
    if (answers.compareAndSet(place, null, answer) && missing.decrementAndGet() == 0) {
      whenIn.run();
    }
  }

  /** Whether a resolver has one of the questions at this moment. */
  boolean isWithResolver() {
    for (int i = 0; i < questions.size(); i++) {
      AwaitedAnswer waiting = awaited.get(i);
      if (answers.get(i) == null && waiting != null && waiting.isWithResolver()) {
        return true;
      }
    }
    return false;
  }
}
