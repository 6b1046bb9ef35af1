package nl.wolkenkaart.provider;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Domain suffixes and what they stand for; finds the longest one that a name ends in, label by
 * label: {@code notoutlook.com} does not end in {@code outlook.com}. A label {@code *} of a suffix
 * stands for exactly one label of the name. Not changed after it is filled.
 */
final class SuffixTable<V> {
  private final Node<V> root = new Node<>();

  private static final class Node<V> {
    final Map<String, Node<V>> below = new HashMap<>(4);
    @Nullable Node<V> wildcard;
    @Nullable V value;
  }

  /** A value and how many labels of the name led to it. */
  private record Found<V>(@Nullable V value, int labels) {}

  /** Files a value under a suffix; gives back what was there before, which then stays. */
  @Nullable V put(String suffix, V value) {
    Node<V> node = root;
    int end = suffix.length();
    while (end >= 0) {
      int start = labelStart(suffix, end);
      String label = suffix.substring(start, end);
      if (label.equals("*")) {
        if (node.wildcard == null) {
          node.wildcard = new Node<>();
        }
        node = node.wildcard;
      } else {
        node = node.below.computeIfAbsent(label, l -> new Node<>());
      }
      end = start - 1;
    }
    V before = node.value;
    if (before == null) {
      node.value = value;
    }
    return before;
  }

  /**
   * The value of the longest suffix of a name; of two equally long ones, that with the rightmost
   * label spelt out.
   *
   * @param name lower case, in presentation form (RFC 1035, section 5.1), without a trailing dot
   */
  Optional<V> longest(String name) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    return Optional.ofNullable(walk(root, name, name.length(), 0).value());
  }

  private Found<V> walk(Node<V> node, String name, int end, int labels) {
    Found<V> best = new Found<>(node.value, node.value == null ? -1 : labels);
    if (end < 0) {
      return best;
    }
    int start = labelStart(name, end);
    Node<V> exact = node.below.get(name.substring(start, end));
    if (exact != null) {
      best = longer(best, walk(exact, name, start - 1, labels + 1));
    }
    if (node.wildcard != null && start < end) {
      best = longer(best, walk(node.wildcard, name, start - 1, labels + 1));
    }
    return best;
  }

  private static <V> Found<V> longer(Found<V> before, Found<V> after) {
    return after.labels() > before.labels() ? after : before;
  }

  /** Where the label that ends before {@code end} starts; a dot after a backslash is part of it. */
  private static int labelStart(String name, int end) {
    int dot = name.lastIndexOf('.', end - 1);
    while (dot > 0 && isEscaped(name, dot)) {
      dot = name.lastIndexOf('.', dot - 1);
    }
    return dot + 1;
  }

  private static boolean isEscaped(String name, int at) {
    int backslashes = 0;
    while (backslashes < at && name.charAt(at - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }
}
