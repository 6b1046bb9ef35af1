package nl.wolkenkaart.directory.rows;

/** The kinds of file that are told apart by their first bytes. */
public enum ContentKind {
  /** An XML document, known further by the name of its root element. */
  XML,
  /** An OpenDocument spreadsheet. */
  ODS,
  /** An Office Open XML workbook. */
  XLSX,
  /** An Avro object container file. */
  AVRO,
  PARQUET,
  /** One JSON text: an array of objects, or an object that holds one. */
  JSON,
  /** One JSON object on each line. */
  NDJSON,
  /** Text with several cells on a line. */
  DELIMITED,
  /** Text with one domain or address of a website on each line. */
  LINES;

  /**
   * What reads the rows of this kind.
   *
   * @throws IllegalStateException for {@link #XML}, of which each register has its own reader
   */
  public RowSource source() {
    return switch (this) {
      case ODS -> new OdsRows();
      case XLSX -> new XlsxRows();
      case AVRO -> new AvroRows();
      case PARQUET -> new ParquetRows();
      case JSON, NDJSON -> new JsonRows();
      case DELIMITED -> new DelimitedRows();
      case LINES -> new LineRows();
      case XML -> throw new IllegalStateException("XML has elements, not rows");
    };
  }
}
