package nl.wolkenkaart.lookup;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which questions are asked about what.
 *
 * @param version version of the plan's file
 * @param questions the questions by what they are asked about
 * @param bounds how many of each subject one domain may lead to; a domain itself has none
 */
public record LookupPlan(
    int version, Map<Subject, List<PlannedQuestion>> questions, Map<Subject, Integer> bounds)
    implements Serializable {

  private static final String EMBEDDED = "/catalogue/questions.yaml";

  /** The plan that comes with the program. */
  public static LookupPlan embedded() {
    try (InputStream file = LookupPlan.class.getResourceAsStream(EMBEDDED)) {
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(EMBEDDED + " cannot be read", e);
    }
  }

  /**
   * Reads a plan.
   *
   * @throws IllegalArgumentException naming all its faults at once
   */
  static LookupPlan read(InputStream yaml) throws IOException {
    return new LookupPlanReader().read(yaml);
  }

  /**
   * This plan without some questions.
   *
   * @throws IllegalArgumentException when an identifier is not one of the plan's
   */
  public LookupPlan without(Collection<String> ids) {
    Set<String> unknown = new LinkedHashSet<>(ids);
    Map<Subject, List<PlannedQuestion>> rest = new EnumMap<>(Subject.class);
    questions.forEach(
        (subject, planned) -> {
          planned.forEach(question -> unknown.remove(question.id()));
          rest.put(subject, planned.stream().filter(q -> !ids.contains(q.id())).toList());
        });
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "the plan has no such questions: " + String.join(", ", unknown));
    }
    return new LookupPlan(version, rest, bounds);
  }

  /**
   * The questions that the lookup of a domain begins with.
   *
   * @param run what differs from run to run, such as its date
   * @param domain A-labels, lower case, no trailing dot
   */
  public List<Question> firstQuestions(String run, String domain) {
    QuestionNames names = new QuestionNames(run);
    return about(Subject.DOMAIN).stream()
        .flatMap(planned -> names.of(planned, Subject.DOMAIN, domain).stream())
        .distinct()
        .toList();
  }

  public List<PlannedQuestion> about(Subject subject) {
    return questions.get(subject);
  }

  public int bound(Subject subject) {
    return bounds.get(subject);
  }

  /** Version and hash of what is asked: equal plans, equal identifiers. */
  public String id() {
    String content = new LinkedHashMap<>(questions).toString() + bounds;
    String hash = Hashing.sha256().hashString(content, StandardCharsets.UTF_8).toString();
    return version + "-" + hash.substring(0, 12);
  }
}
