package nl.wolkenkaart.world;

import java.util.Arrays;

/**
 * Domain names as a tree of labels in flat arrays: about 30 bytes a name instead of the 200 of a
 * map of strings, and a walk from the root finds the closest encloser (RFC 4592, section 3.3.1) on
 * its way. Nodes are numbered from 0, the root, in the order in which they were added; an ancestor
 * of a name is a node too, which is what an empty non-terminal is.
 */
final class NameTree {
  static final int ROOT = 0;
  static final int ABSENT = -1;

  private int[] parents = new int[64];
  private int[] labels = new int[64];
  private byte[] text = new byte[1024];
  private int textLength;
  private int size = 1;

  /** Open addressing over (parent, label); 0 is free because the root is nobody's child. */
  private int[] table = new int[256];

  int size() {
    return size;
  }

  int parent(int node) {
    return parents[node];
  }

  /** The child of a node by the label at an offset of a name in wire form, or {@link #ABSENT}. */
  int child(int parent, byte[] name, int at) {
    int node = table[slot(parent, name, at)];
    return node == 0 ? ABSENT : node;
  }

  /** The same, added when there is none; upper case letters are stored in lower case. */
  int addChild(int parent, byte[] name, int at) {
    int slot = slot(parent, name, at);
    if (table[slot] != 0) {
      return table[slot];
    }
    int length = name[at];
    if (size == parents.length) {
      parents = Arrays.copyOf(parents, size * 2);
      labels = Arrays.copyOf(labels, size * 2);
    }
    if (textLength + length + 1 > text.length) {
      text = Arrays.copyOf(text, text.length * 2);
    }
    parents[size] = parent;
    labels[size] = textLength;
    text[textLength++] = (byte) length;
    for (int i = 1; i <= length; i++) {
      text[textLength++] = lower(name[at + i]);
    }
    table[slot] = size++;
    if (size * 2 > table.length) {
      rehash();
    }
    return size - 1;
  }

  /** The node of a whole name in wire form, with its missing ancestors, added when missing. */
  int addName(byte[] name) {
    int[] starts = new int[WireName.MOST_LABELS];
    int count = WireName.labels(name, 0, name.length, starts);
    int node = ROOT;
    for (int i = count - 1; i >= 0; i--) {
      node = addChild(node, name, starts[i]);
    }
    return node;
  }

  /** A node's name in wire form. */
  byte[] name(int node) {
    int length = 1;
    for (int n = node; n != ROOT; n = parents[n]) {
      length += text[labels[n]] + 1;
    }
    byte[] name = new byte[length];
    int at = 0;
    for (int n = node; n != ROOT; n = parents[n]) {
      int labelLength = text[labels[n]] + 1;
      System.arraycopy(text, labels[n], name, at, labelLength);
      at += labelLength;
    }
    return name;
  }

  /** Gives back the room kept for growth. */
  void trim() {
    parents = Arrays.copyOf(parents, size);
    labels = Arrays.copyOf(labels, size);
    text = Arrays.copyOf(text, textLength);
  }

  private int slot(int parent, byte[] name, int at) {
    int mask = table.length - 1;
    int length = name[at];
    int hash = parent * 0x9E3779B1 + length;
    for (int i = 1; i <= length; i++) {
      hash = hash * 31 + lower(name[at + i]);
    }
    int slot = spread(hash) & mask;
    while (table[slot] != 0 && !matches(table[slot], parent, name, at)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean matches(int node, int parent, byte[] name, int at) {
    int label = labels[node];
    int length = name[at];
    if (parents[node] != parent || text[label] != length) {
      return false;
    }
    for (int i = 1; i <= length; i++) {
      if (text[label + i] != lower(name[at + i])) {
        return false;
      }
    }
    return true;
  }

  private void rehash() {
    table = new int[table.length * 2];
    for (int node = 1; node < size; node++) {
      table[slot(parents[node], text, labels[node])] = node;
    }
  }

  private static int spread(int hash) {
    int mixed = hash * 0x85EBCA6B;
    return mixed ^ (mixed >>> 15);
  }

  private static byte lower(byte b) {
    return b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
  }
}
