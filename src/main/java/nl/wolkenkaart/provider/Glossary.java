package nl.wolkenkaart.provider;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.wolkenkaart.provider.ServiceRisks.Words;

/** How we put things, what that says, and what we never say; from {@code glossary.yaml}. */
public final class Glossary {
  private static final String FILE = "glossary.yaml";
  private static final ImmutableList<Term> TERMS = read();

  private Glossary() {}

  /**
   * A term.
   *
   * @param say how we put it
   * @param means what that says, and what it leaves open
   * @param never by language, phrases that say more than was measured
   */
  public record Term(String id, Words say, Words means, Map<String, List<String>> never) {}

  private record Content(List<Term> terms) {}

  /** All terms, in the order of the file. */
  public static ImmutableList<Term> terms() {
    return TERMS;
  }

  private static ImmutableList<Term> read() {
    YAMLMapper mapper =
        YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    try {
      byte[] content = CatalogueSource.ofClassPath(FILE);
      JsonNode document = mapper.readTree(content);
      CatalogueSchemas schemas = new CatalogueSchemas();
      schemas.check(FILE, document);
      List<String> faults = schemas.beyond(new ArrayList<>());
      if (!faults.isEmpty()) {
        // The build's tests load this very file, so only a damaged jar comes here.
        throw new IllegalStateException(String.join("; ", faults));
      }
      return ImmutableList.copyOf(mapper.treeToValue(document, Content.class).terms());
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }
}
