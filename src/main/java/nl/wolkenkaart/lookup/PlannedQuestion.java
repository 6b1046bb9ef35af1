package nl.wolkenkaart.lookup;

import java.io.Serializable;

/**
 * A question of the plan.
 *
 * @param id its identifier, such as {@code mail-host-a}
 * @param name the name to ask, with names in braces for what differs from subject to subject
 * @param type type mnemonic
 */
public record PlannedQuestion(String id, String name, String type) implements Serializable {

  /** Whether it asks for a label that nobody has; which one differs from day to day. */
  boolean isControl() {
    return name.contains("control}");
  }
}
