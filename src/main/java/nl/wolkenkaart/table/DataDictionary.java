package nl.wolkenkaart.table;

import com.google.common.collect.ImmutableList;
import nl.wolkenkaart.provider.Glossary;
import org.apache.avro.Schema;

/** The data dictionary: what every table and column means, as a page of Markdown. */
final class DataDictionary {
  private static final String HEAD =
      """
      # Data dictionary

      Generated from the Avro schemas in `src/main/avro`; a test fails where this page, the Table Schemas
      (`pipelines/schemas/*.tableschema.json`) or the JSON Schemas (`pipelines/schemas/*.schema.json`) are not what
      the schemas say. After a change of a schema write them again:

      ```
      mvn test -Dtest=PublishedSchemasTest -Dwolkenkaart.schemas=write
      ```

      Each table is there as Parquet, Avro and CSV with the same rows in the same order, that of the UTF-8 bytes of the
      primary key. In CSV null is an empty cell, lists and records are JSON on one line, control characters are
      escaped, and text that a spreadsheet would run as a formula has an apostrophe before it.

      `observations` is there as Avro and Parquet, one file of each for every bucket of domains. Its CSV twin, compressed with
      gzip, is `observation_rows`: flat, with a row for each record of an answer, as
      [decision 13](decisions/13-observations-as-parquet.md) says.
      """;

  private DataDictionary() {}

  /** The page for tables. */
  static String of(ImmutableList<TableShape> tables) {
    StringBuilder page = new StringBuilder(HEAD);
    for (TableShape table : tables) {
      page.append("\n## ").append(table.name()).append("\n\n");
      page.append(table.schema().getDoc()).append('\n');
      for (TableShape.ForeignKey key : table.foreignKeys()) {
        page.append("\nForeign key: ").append(String.join(", ", key.columns())).append(" is ");
        page.append(String.join(", ", key.theirs())).append(" of ").append(key.table());
        page.append(".\n");
      }
      fields(page, table.schema());
      table
          .records()
          .forEach(
              (name, record) -> {
                page.append("\n### ").append(name).append(" in ").append(table.name());
                page.append("\n\n").append(record.getDoc()).append('\n');
                fields(page, record);
              });
    }
    words(page);
    return page.toString();
  }

  private static void words(StringBuilder page) {
    page.append(
        "\n## Words\n\nWhat these tables say, and what that means; the case sheets and the report");
    page.append(" use the same words.\n\n| we say | which means |\n|---|---|\n");
    for (Glossary.Term term : Glossary.terms()) {
      page.append("| ").append(cell(term.say().en()));
      page.append(" | ").append(cell(term.means().en())).append(" |\n");
    }
  }

  private static void fields(StringBuilder page, Schema record) {
    page.append("\n| column | type | meaning |\n|---|---|---|\n");
    for (Schema.Field field : record.getFields()) {
      page.append("| `").append(field.name()).append("` | ").append(type(field.schema()));
      page.append(" | ").append(cell(field.doc())).append(" |\n");
    }
  }

  private static String cell(String text) {
    return text.replaceAll("\\s+", " ").replace("|", "\\|");
  }

  private static String type(Schema schema) {
    Schema present = TableShape.present(schema);
    String name =
        switch (present.getType()) {
          case RECORD -> present.getName();
          case ARRAY -> "list of " + type(present.getElementType());
          case INT, LONG -> present.getLogicalType() == null ? "whole number" : "time";
          case DOUBLE -> "number";
          case BOOLEAN -> "true or false";
          case STRING -> "text";
          default ->
              throw new IllegalArgumentException("No table has a value of " + present.getType());
        };
    return TableShape.isNullable(schema) ? name + ", or null" : name;
  }
}
