package nl.wolkenkaart.directory;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts to numbers, by 64 bits of the text's hash, in 24 bytes per text: a register of a million
 * organisations has several million keys. That two of ten million texts have the same hash has a
 * chance of one in 400,000, which is below what a register gets wrong itself.
 */
final class LongMap {
  /** What {@link #get} gives for a text that is not there. */
  static final int NONE = -1;

  private static final HashFunction HASH = Hashing.farmHashFingerprint64();

  private long[] keys = new long[1024];
  private int[] values = new int[1024];
  private int size;

  /** The hash that stands for a text; never 0. */
  static long hash(CharSequence text) {
    long hash = HASH.hashString(text, StandardCharsets.UTF_8).asLong();
    return hash == 0 ? 1 : hash;
  }

  int get(CharSequence text) {
    return get(hash(text));
  }

  int get(long key) {
    int at = place(key);
    return keys[at] == 0 ? NONE : values[at];
  }

  void put(CharSequence text, int value) {
    put(hash(text), value);
  }

  void put(long key, int value) {
    int at = place(key);
    if (keys[at] == 0) {
      keys[at] = key;
      size++;
    }
    values[at] = value;
    if (size > keys.length / 3 * 2) {
      grow();
    }
  }

  int size() {
    return size;
  }

  private int place(long key) {
    int mask = keys.length - 1;
    int at = (int) (key ^ (key >>> 32)) & mask;
    while (keys[at] != 0 && keys[at] != key) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = Arrays.copyOf(values, keys.length);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int at = place(oldKeys[i]);
        keys[at] = oldKeys[i];
        values[at] = oldValues[i];
      }
    }
  }
}
