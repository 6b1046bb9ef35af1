package nl.wolkenkaart.lookup;

/**
 * An answer and the question of the plan that it answers.
 *
 * @param id identifier of the planned question
 */
public record PlannedAnswer(String id, Answer answer) {}
