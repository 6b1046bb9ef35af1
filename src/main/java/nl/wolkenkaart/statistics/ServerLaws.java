package nl.wolkenkaart.statistics;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.MailStatus;

/** Where servers stand against whose law reaches their operators: the cells, and their counts. */
final class ServerLaws {
  static final String RECEIVER = "receiver";
  static final String BACKEND = "backend";

  private ServerLaws() {}

  /**
   * A cell of the table.
   *
   * @param role whose law
   * @param country where the servers stand, or {@code unknown}
   * @param law as in the statistics
   */
  record Cell(String sector, String role, String country, String law)
      implements Serializable, Comparable<Cell> {
    @Override
    public int compareTo(Cell other) {
      return Utf8Order.UTF8_ORDER.compare(text(), other.text());
    }

    private String text() {
      return String.join("\0", sector, role, country, law);
    }
  }

  /** The cells in which an organisation counts; none without mail or without an answer. */
  static List<Cell> cells(Attribution row) {
    List<Cell> cells = new ArrayList<>();
    if (CodeLists.WITHOUT_SHARE.contains(row.getStatus())) {
      return cells;
    }
    String country = row.getServerCountry() == null ? CodeLists.UNKNOWN : row.getServerCountry();
    String receiver =
        row.getReceiverPossible().isEmpty()
            ? CodeLists.law(row.getReceiver(), row.getReceiverJurisdiction())
            : MailStatus.CONFLICT;
    String backend =
        row.getStatus().equals(MailStatus.CONFLICT)
            ? MailStatus.CONFLICT
            : CodeLists.law(row.getBackend(), row.getBackendJurisdiction());
    for (String sector : List.of(row.getSector(), Counts.ALL)) {
      cells.add(new Cell(sector, RECEIVER, country, receiver));
      cells.add(new Cell(sector, BACKEND, country, backend));
    }
    return cells;
  }

  /** The rows of the table, in its order. */
  static List<ServerLaw> rows(Map<Cell, Long> counts) {
    Map<String, Long> denominators = new TreeMap<>();
    counts.forEach(
        (cell, n) -> denominators.merge(cell.sector() + '\0' + cell.role(), n, Long::sum));
    List<ServerLaw> rows = new ArrayList<>();
    new TreeMap<>(counts)
        .forEach(
            (cell, n) -> {
              long denominator = denominators.get(cell.sector() + '\0' + cell.role());
              rows.add(
                  new ServerLaw(
                      cell.sector(),
                      cell.role(),
                      cell.country(),
                      cell.law(),
                      n,
                      denominator,
                      Shares.share(n, denominator)));
            });
    return rows;
  }
}
