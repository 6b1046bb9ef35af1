package nl.wolkenkaart.provider;

import java.util.List;
import nl.wolkenkaart.observation.AnswerIndex;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What has been read and decided about one domain, for what follows from it.
 *
 * @param hosts the most preferred mail hosts
 * @param serverCountry where they stand, ISO 3166-1 alpha-2; null when uncertain
 * @param findings all evidence about its mail
 * @param backendPossible who may be the backend where that is not decided
 */
record DomainFacts(
    AnswerIndex index,
    OwnNames own,
    Wildcards wildcards,
    Networks networks,
    List<MailHost> hosts,
    @Nullable String serverCountry,
    Signals signals,
    Receiver receiver,
    Backend backend,
    List<Finding> findings,
    List<PossibleOperator> backendPossible,
    NameServers nameServers,
    Website website) {}
