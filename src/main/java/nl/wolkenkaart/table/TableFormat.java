package nl.wolkenkaart.table;

/** The forms in which a table is written. Equal rows in equal order give equal bytes in each. */
public enum TableFormat {
  PARQUET(
      "parquet",
      "application/vnd.apache.parquet",
      true,
      "https://parquet.apache.org/docs/file-format/"),
  AVRO("avro", "application/avro", false, "https://avro.apache.org/docs/1.11.1/specification/"),
  CSV("csv", "text/csv", true, "https://www.rfc-editor.org/rfc/rfc4180");

  private final String extension;
  private final String mediaType;
  private final boolean registered;
  private final String specification;

  TableFormat(String extension, String mediaType, boolean registered, String specification) {
    this.extension = extension;
    this.mediaType = mediaType;
    this.registered = registered;
    this.specification = specification;
  }

  /** The ending of the file's name, without the dot. */
  public String extension() {
    return extension;
  }

  /** The form's name on the internet; Avro has none in IANA's register, and goes by a usual one. */
  String mediaType() {
    return mediaType;
  }

  /** Whether that name is in IANA's register. */
  boolean isRegistered() {
    return registered;
  }

  /** Where the form is specified. */
  String specification() {
    return specification;
  }
}
