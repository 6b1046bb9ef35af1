package nl.wolkenkaart.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The catalogue a year later: three companies of the made-up country, which it did not have, have
 * become one and are listed.
 */
public final class LaterCatalogue {
  /** Identifier of the company that they have become. */
  static final String ID = "zz-post";

  private static final List<String> DOMAINS =
      List.of("brievenbus.example", "postduif.example", "zolderserver.example");
  private static final String FILE = "made-up-country.yaml";
  private static final String COMPANIES = "companies.yaml";
  private static final String INDEX = "providers/index.yaml";
  private static final String SOURCE = "https://zz-post.example";

  private LaterCatalogue() {}

  /**
   * The files of the later catalogue.
   *
   * @param files those of the earlier one, by name
   */
  public static SortedMap<String, byte[]> files(Map<String, byte[]> files) {
    YAMLMapper yaml = new YAMLMapper();
    SortedMap<String, byte[]> later = new TreeMap<>(files);
    try {
      ObjectNode companies = (ObjectNode) yaml.readTree(files.get(COMPANIES));
      ArrayNode list = (ArrayNode) companies.get("companies");
      list.add(company((ObjectNode) list.get(0).deepCopy()));
      later.put(COMPANIES, yaml.writeValueAsBytes(companies));
      ObjectNode index = (ObjectNode) yaml.readTree(files.get(INDEX));
      ((ArrayNode) index.get("files")).add(FILE);
      later.put(INDEX, yaml.writeValueAsBytes(index));
      later.put("providers/" + FILE, yaml.writeValueAsBytes(provider(yaml)));
    } catch (IOException e) {
      throw new UncheckedIOException("The catalogue cannot be read", e);
    }
    return later;
  }

  /** Another company's entry, so that it is as the catalogue has it, made one of this company. */
  private static ObjectNode company(ObjectNode like) {
    like.put("id", ID).put("name", "ZZ Post (made up)");
    for (String field : List.of("jurisdiction", "country")) {
      if (like.has(field)) {
        like.put(field, "NL");
      }
    }
    for (JsonNode node : like.findParents("source")) {
      ((ObjectNode) node).put("source", SOURCE);
    }
    return like;
  }

  private static ObjectNode provider(YAMLMapper yaml) {
    ObjectNode provider = yaml.createObjectNode();
    provider.put("id", ID).put("name", "ZZ Post").put("company", ID).put("kind", "isp-hosting");
    ArrayNode suffixes = provider.putObject("suffixes").putArray("mx");
    DOMAINS.forEach(suffixes::add);
    provider.put("source", SOURCE);
    provider.putObject("examples").put("mx", "mx1." + DOMAINS.get(0));
    ObjectNode file = yaml.createObjectNode();
    file.putArray("providers").add(provider);
    return file;
  }

  /** What the later catalogue finds where the earlier one finds this. */
  static Expectation of(Expectation earlier) {
    return new Expectation(
        earlier.status(), operator(earlier.receiver()), operator(earlier.backend()));
  }

  /** The organisation as the later catalogue sees it. */
  static PlantedOrganisation of(PlantedOrganisation earlier) {
    Outcome outcome =
        new Outcome(
            operator(earlier.plantedReceiver()),
            operator(earlier.plantedBackend()),
            of(earlier.expected()),
            earlier.decides());
    return earlier.at(earlier.scenario(), outcome);
  }

  private static String operator(String id) {
    return DOMAINS.stream().anyMatch(domain -> id.equals("other:" + domain)) ? ID : id;
  }
}
