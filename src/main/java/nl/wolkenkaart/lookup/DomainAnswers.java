package nl.wolkenkaart.lookup;

import java.util.List;

/**
 * All answers about one domain.
 *
 * @param answers in the order in which they were planned; questions that failed are among them
 * @param fault what went wrong in this program, not in DNS; null unless something did
 */
public record DomainAnswers(String domain, List<PlannedAnswer> answers, RuntimeException fault) {}
