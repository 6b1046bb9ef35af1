package nl.wolkenkaart.provider;

final class Classifier {
  Classifier(Catalogue c) {}

  DomainAttribution classify(nl.wolkenkaart.observation.AnswerIndex i) {
    return Attributions.notObserved(i.domain());
  }
}
