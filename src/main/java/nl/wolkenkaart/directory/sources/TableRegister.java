package nl.wolkenkaart.directory.sources;

import nl.wolkenkaart.directory.rows.Row;

/** A register that is published as a table: what its columns mean. */
interface TableRegister {

  /** The name of its format. */
  String format();

  /** Whether a row with these cells is its header. */
  boolean fits(Columns columns);

  /** What a header of its must name, for people. */
  String needs();

  /** Hands over what a row says: an entry or a reject. */
  void row(Columns columns, Row row, EntrySink sink);
}
