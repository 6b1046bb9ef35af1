package nl.wolkenkaart.world;

import java.util.Map;

/** Which fault holds for a name: its own or that of the nearest name above it. */
final class Faults {
  private final NameTree names = new NameTree();
  private final Fault[] byNode;

  Faults(Map<String, Fault> faults) {
    faults.keySet().forEach(name -> names.addName(WireName.encode(name)));
    byNode = new Fault[names.size()];
    faults.forEach((name, fault) -> byNode[names.addName(WireName.encode(name))] = fault);
  }

  /**
   * The fault for a name whose labels begin at the given offsets of a message, or null.
   *
   * @param starts leftmost label first
   */
  Fault find(byte[] message, int[] starts, int labels) {
    int node = NameTree.ROOT;
    Fault fault = byNode[node];
    for (int i = labels - 1; i >= 0 && node != NameTree.ABSENT; i--) {
      node = names.child(node, message, starts[i]);
      if (node != NameTree.ABSENT && byNode[node] != null) {
        fault = byNode[node];
      }
    }
    return fault;
  }
}
