package nl.wolkenkaart.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.wolkenkaart.observation.AnswerIndex;

/**
 * Everything beside MX that says something about a domain's mail.
 *
 * @param dkim whose keys sign
 * @param client where mail programs get their settings
 * @param spf who may send
 * @param traces accounts
 * @param txtFailed whether the TXT records, and SPF with them, were not answered
 */
record Signals(
    DkimKeys dkim, ClientSetup client, SpfReading spf, List<Finding> traces, boolean txtFailed) {

  static Signals of(
      AnswerIndex index,
      Wildcards wildcards,
      OwnNames own,
      Catalogue catalogue,
      AddressRanges ranges) {
    return new Signals(
        DkimKeys.of(index, wildcards, catalogue),
        ClientSetup.of(index, wildcards, own, catalogue),
        SpfTree.read(index, own, catalogue, ranges),
        AccountTraces.of(index, catalogue),
        Answered.failed(index, "txt"));
  }

  /** All lines. */
  List<Finding> findings() {
    List<Finding> all = new ArrayList<>(dkim.findings());
    all.addAll(client.findings());
    all.addAll(spf.findings());
    all.addAll(traces);
    return all;
  }

  /** Questions that tell what stands behind a receiver, and were not answered. */
  Set<String> notAnswered() {
    Set<String> questions = new TreeSet<>(dkim.notAnswered());
    questions.addAll(client.notAnswered());
    return questions;
  }
}
