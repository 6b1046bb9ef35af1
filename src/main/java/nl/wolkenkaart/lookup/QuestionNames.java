package nl.wolkenkaart.lookup;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Fills in the names of planned questions. */
final class QuestionNames {
  private static final String CONTROL = "{control}";
  private static final String EOP_LABEL = "{eop_label}";
  private static final String TENANT_CONTROL = "{tenant_control}";
  private static final int LONGEST_NAME = 253;
  private static final int LONGEST_LABEL = 63;
  private static final int CONTROL_BYTES = 8;
  private static final int TENANT_LETTERS = 20;
  private static final int LETTERS = 26;

  private final String run;

  /**
   * @param run what differs from run to run, such as its date: the labels that nobody has are made
   *     from it
   */
  QuestionNames(String run) {
    this.run = run;
  }

  /** What may stand in braces in the names of questions about a subject. */
  static Set<String> placeholders(Subject subject) {
    String own = '{' + subject.key() + '}';
    return switch (subject) {
      case DOMAIN -> Set.of(own, CONTROL, EOP_LABEL);
      case TENANT -> Set.of(own, TENANT_CONTROL);
      default -> Set.of(own);
    };
  }

  /** The question; empty where it would be no domain name. */
  Optional<Question> of(PlannedQuestion planned, Subject subject, String value) {
    String name = planned.name();
    if (subject == Subject.DOMAIN) {
      name = name.replace("{domain}", value);
      if (name.contains(CONTROL)) {
        name = name.replace(CONTROL, control(value));
      }
      name = name.replace(EOP_LABEL, EopLabel.of(value));
    } else {
      name = name.replace('{' + subject.key() + '}', value);
      if (subject == Subject.TENANT && name.contains(TENANT_CONTROL)) {
        name = name.replace(TENANT_CONTROL, tenantControl());
      }
    }
    return isName(name) ? Optional.of(new Question(name, planned.type())) : Optional.empty();
  }

  private String control(String domain) {
    HashCode hash = Hashing.sha256().hashString(run + '/' + domain, StandardCharsets.UTF_8);
    return "wk" + HashCode.fromBytes(Arrays.copyOf(hash.asBytes(), CONTROL_BYTES));
  }

  private String tenantControl() {
    byte[] hash = Hashing.sha256().hashString(run + "/tenant", StandardCharsets.UTF_8).asBytes();
    StringBuilder letters = new StringBuilder(TENANT_LETTERS);
    for (int i = 0; i < TENANT_LETTERS; i++) {
      letters.append((char) ('a' + (hash[i] & 0xff) % LETTERS));
    }
    return letters.toString();
  }

  private static boolean isName(String name) {
    if (name.isEmpty() || name.length() > LONGEST_NAME || name.indexOf('\\') >= 0) {
      return false;
    }
    for (int start = 0, dot = 0; dot >= 0; start = dot + 1) {
      dot = name.indexOf('.', start);
      int length = (dot < 0 ? name.length() : dot) - start;
      if (length < 1 || length > LONGEST_LABEL) {
        return false;
      }
    }
    return true;
  }
}
