package nl.wolkenkaart.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * A company that receives mail for others, as planted.
 *
 * @param id identifier in the catalogue
 * @param role {@code dutch}, {@code other}, {@code gateway}, {@code education-gateway}, {@code
 *     care-gateway}, {@code shared-it}, {@code backup} or {@code amazon}
 * @param asn AS number of its hosts
 * @param weight how often it is chosen among those of its role
 * @param hosts mail hosts with their preference, {@code {customer}} where the name has a number
 * @param spf name of the record that its customers include
 */
record Operator(
    String id, String role, long asn, int weight, List<PreferredHost> hosts, String spf) {
  private static final List<Operator> ALL = load();

  /**
   * @param preference as in the MX record
   * @param name host name, perhaps with {@code {customer}} in it
   */
  record PreferredHost(int preference, String name) {
    static PreferredHost parse(String text) {
      int colon = text.indexOf(':');
      return new PreferredHost(
          Integer.parseInt(text.substring(0, colon)), text.substring(colon + 1));
    }

    String forCustomer(int customer) {
      return name.replace("{customer}", String.format(Locale.ROOT, "%06d", customer));
    }
  }

  static List<Operator> withRole(String role) {
    return ALL.stream().filter(o -> o.role.equals(role)).toList();
  }

  static Operator byId(String id) {
    return ALL.stream().filter(o -> o.id.equals(id)).findFirst().orElseThrow();
  }

  /** One operator of a role, the heavier the likelier. */
  static Operator choose(String role, Dice dice) {
    List<Operator> operators = withRole(role);
    int left = dice.below(operators.stream().mapToInt(Operator::weight).sum());
    for (Operator operator : operators) {
      left -= operator.weight;
      if (left < 0) {
        return operator;
      }
    }
    throw new IllegalStateException("Weights of " + role + " do not add up");
  }

  /** The rows of a list that belongs to this package. */
  static List<CSVRecord> rows(String resource) {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build();
    try (InputStream in = Operator.class.getResourceAsStream("/world/" + resource);
        InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return format.parse(reader).getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the list " + resource, e);
    }
  }

  private static List<Operator> load() {
    List<Operator> operators = new ArrayList<>();
    for (CSVRecord row : rows("operators.csv")) {
      List<PreferredHost> hosts = new ArrayList<>();
      for (String host : row.get("mx").split(" ", -1)) {
        hosts.add(PreferredHost.parse(host));
      }
      operators.add(
          new Operator(
              row.get("id"),
              row.get("role"),
              Long.parseLong(row.get("asn")),
              Integer.parseInt(row.get("weight")),
              List.copyOf(hosts),
              row.get("spf")));
    }
    return List.copyOf(operators);
  }
}
