package nl.wolkenkaart.lookup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xbill.DNS.Type;

/** Reads a plan's file and collects what is wrong with it. */
final class LookupPlanReader {
  private static final String VERSION = "version";
  private static final String BOUNDS = "bounds";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}?");

  private final List<String> faults = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final Map<Subject, List<PlannedQuestion>> questions = new EnumMap<>(Subject.class);
  private final Map<Subject, Integer> bounds = new EnumMap<>(Subject.class);

  /**
   * Reads a plan.
   *
   * @throws IllegalArgumentException naming all its faults at once, in one line
   */
  LookupPlan read(InputStream yaml) throws IOException {
    JsonNode root = parse(yaml);
    if (!root.path(VERSION).canConvertToInt()) {
      faults.add("it needs a version, a number");
    }
    for (Subject subject : Subject.values()) {
      questions.put(subject, planned(subject, root.path(subject.key())));
      bounds.put(subject, 1);
    }
    root.path(BOUNDS).fields().forEachRemaining(e -> bound(e.getKey(), e.getValue()));
    root.fieldNames().forEachRemaining(this::section);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException("the plan of questions: " + String.join("; ", faults));
    }
    return new LookupPlan(root.path(VERSION).asInt(), questions, bounds);
  }

  private static JsonNode parse(InputStream yaml) throws IOException {
    try {
      return new ObjectMapper(new YAMLFactory())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .readTree(yaml);
    } catch (JsonProcessingException e) {
      String first = Splitter.on('\n').split(e.getOriginalMessage()).iterator().next();
      throw new IllegalArgumentException("the plan of questions cannot be read: " + first, e);
    }
  }

  private List<PlannedQuestion> planned(Subject subject, JsonNode list) {
    if (!list.isArray() && !list.isMissingNode()) {
      faults.add("'" + subject.key() + "' is not a list of questions");
      return List.of();
    }
    List<PlannedQuestion> planned = new ArrayList<>();
    for (JsonNode node : list) {
      PlannedQuestion question =
          new PlannedQuestion(
              node.path("id").asText(), node.path("name").asText(), node.path("type").asText());
      check(subject, question);
      planned.add(question);
    }
    return List.copyOf(planned);
  }

  private void check(Subject subject, PlannedQuestion question) {
    if (question.id().isEmpty()) {
      faults.add("a question without an id");
    } else if (!ids.add(question.id())) {
      faults.add("two questions are called '" + question.id() + "'");
    }
    int type = Type.value(question.type());
    boolean known = type >= 0 && Type.isRR(type) && Type.string(type).equals(question.type());
    if (question.name().isEmpty() || !known) {
      faults.add("question '" + question.id() + "' needs a name and a type that DNS knows");
    }
    Matcher placeholder = PLACEHOLDER.matcher(question.name());
    while (placeholder.find()) {
      if (!QuestionNames.placeholders(subject).contains(placeholder.group())) {
        faults.add("question '" + question.id() + "' cannot fill in " + placeholder.group());
      }
    }
  }

  private void bound(String key, JsonNode value) {
    if (!isSubject(key)) {
      faults.add("a bound for '" + key + "', which nothing is asked about");
    } else if (!value.canConvertToInt() || value.asInt() < 0) {
      faults.add("the bound of '" + key + "' is not a number");
    }
    Arrays.stream(Subject.values())
        .filter(subject -> subject.key().equals(key))
        .forEach(subject -> bounds.put(subject, value.asInt()));
  }

  private void section(String key) {
    if (!key.equals(VERSION) && !key.equals(BOUNDS) && !isSubject(key)) {
      faults.add("'" + key + "' is nothing that is asked about");
    }
  }

  private static boolean isSubject(String key) {
    return Arrays.stream(Subject.values()).anyMatch(subject -> subject.key().equals(key));
  }
}
