package nl.wolkenkaart.cli;

import java.io.PrintStream;
import java.util.Locale;
import nl.wolkenkaart.directory.DirectoryCounts;
import nl.wolkenkaart.lookup.LookupPlan;
import nl.wolkenkaart.lookup.PlannedQuestion;
import nl.wolkenkaart.lookup.Subject;

/** Says what would be asked. */
final class PlanPrinter {
  private static final double SECONDS_PER_MINUTE = 60;

  private PlanPrinter() {}

  static void print(PrintStream out, RunSettings settings, Lists.Content list) {
    LookupPlan plan = settings.plan();
    int own = plan.about(Subject.DOMAIN).size();
    out.printf(
        Locale.ROOT,
        "%,d rows: %,d organisations with %,d domains, %,d rejects.%n",
        list.counts().total(DirectoryCounts.ROWS),
        list.counts().total(DirectoryCounts.ORGANISATIONS),
        list.domains(),
        list.counts().total(DirectoryCounts.REJECTS));
    out.printf(
        Locale.ROOT,
        "Plan %s: %d questions of each domain, %,d in all, and what the answers name:%n",
        plan.id(),
        own,
        (long) own * list.domains());
    for (Subject subject : Subject.values()) {
      for (PlannedQuestion question : plan.about(subject)) {
        out.printf("  %-28s %-6s %s%n", question.id(), question.type(), question.name());
      }
    }
    out.println(estimate(settings, list.domains()));
  }

  /**
   * How long a run takes at its rate, in words; the questions that answers lead to are not known
   * before.
   */
  static String estimate(RunSettings settings, int domains) {
    long questions = (long) settings.plan().about(Subject.DOMAIN).size() * domains;
    String resolvers = String.join(", ", settings.resolvers());
    if (settings.rate() == 0) {
      return String.format(
          Locale.ROOT,
          "At least %,d questions to %s, as fast as they answer.",
          questions,
          resolvers);
    }
    return String.format(
        Locale.ROOT,
        "At least %,d questions to %s, %d per second: %.0f minutes or more.",
        questions,
        resolvers,
        settings.rate(),
        Math.ceil(questions / (double) settings.rate() / SECONDS_PER_MINUTE));
  }
}
