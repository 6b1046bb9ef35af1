package nl.wolkenkaart.world;

import com.google.common.collect.ImmutableList;

/** Who really runs an organisation's mailboxes. */
enum Truth {
  MICROSOFT(0, "Microsoft"),
  GOOGLE(1, "Google"),
  DUTCH(2, "Dutch provider"),
  SELF(3, "self-run"),
  /** A provider elsewhere. */
  OTHER(4, "other/unknown"),
  NONE(5, "no mail");

  /** Published shares over the public bodies, per cent, in the order of the first four. */
  static final ImmutableList<Integer> PUBLIC_SHARES = ImmutableList.of(66, 10, 17, 7);

  private final int column;
  private final String label;

  Truth(int column, String label) {
    this.column = column;
    this.label = label;
  }

  /** Where this class stands in tables, from 0. */
  int column() {
    return column;
  }

  /** The heading of this class in tables. */
  String label() {
    return label;
  }
}
