package nl.wolkenkaart.directory.sources;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import nl.wolkenkaart.directory.rows.Row;

/**
 * The table {@code organisations} that this program writes: read again after it was looked at and
 * corrected. Nested columns are JSON text.
 */
final class OrganisationsTable implements TableRegister {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String format() {
    return Registers.ORGANISATIONS;
  }

  @Override
  public boolean fits(Columns columns) {
    return columns.hasAll("organisation_id", "organisation_name", "sector", "domain");
  }

  @Override
  public String needs() {
    return "organisation_id, organisation_name, sector and domain";
  }

  @Override
  public void row(Columns columns, Row row, EntrySink sink) {
    String name = columns.text(row, "organisation_name");
    String id = columns.text(row, "organisation_id");
    if (name.isEmpty() || id.isEmpty()) {
      sink.reject(row.line(), id + name, "the organisation_id or organisation_name is empty");
      return;
    }
    Entry.Builder entry =
        Entry.at(format(), row.line())
            .identifier("id", id)
            .name(name)
            .sector(columns.text(row, "sector"))
            .region(columns.text(row, "region"))
            .country(columns.text(row, "country"))
            .population(columns.text(row, "population"));
    String parent = columns.text(row, "inherited_from");
    if (parent.isEmpty()) {
      entry.domain(columns.text(row, "domain"));
    } else {
      entry.parent("id:" + parent);
    }
    try {
      for (JsonNode identifier : list(columns.text(row, "identifiers"))) {
        entry.identifier(identifier.path("scheme").asText(), identifier.path("value").asText());
      }
      // Of a part of another organisation they are the other's.
      String candidates = parent.isEmpty() ? columns.text(row, "candidates") : "";
      for (JsonNode candidate : list(candidates)) {
        Contact.Kind kind = Contact.Kind.of(candidate.path("kind").asText());
        if (kind != null) {
          entry.contact(
              kind, candidate.path("purpose").asText(null), candidate.path("value").asText());
        }
      }
    } catch (JsonProcessingException e) {
      sink.reject(row.line(), id, "the identifiers or candidates are no JSON");
      return;
    }
    sink.entry(entry.build());
  }

  private static JsonNode list(String text) throws JsonProcessingException {
    return text.isEmpty() ? JSON.createArrayNode() : JSON.readTree(text);
  }
}
