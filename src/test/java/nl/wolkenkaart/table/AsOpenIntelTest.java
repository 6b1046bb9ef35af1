package nl.wolkenkaart.table;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.wolkenkaart.observation.DomainObservation;
import nl.wolkenkaart.observation.ObservedAnswer;
import nl.wolkenkaart.observation.ObservedRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Observations written by hand, and the rows that they are in OpenINTEL's shape. */
class AsOpenIntelTest {
  private static final Instant SEEN = Instant.parse("2026-04-28T12:00:00.125Z");

  @TempDir static Path folder;
  private static Connection duckDb;

  private static ObservedAnswer answer(
      String question, String name, String type, String status, List<String> chain, String... of) {
    List<ObservedRecord> records = new ArrayList<>();
    for (String data : of) {
      String owner = chain.isEmpty() ? name : chain.get(chain.size() - 1);
      records.add(new ObservedRecord(owner, type, 300L, data));
    }
    boolean answered = !status.equals("TIMEOUT") && !status.equals("NOT_ASKED");
    return ObservedAnswer.newBuilder()
        .setQuestion(question)
        .setName(name)
        .setType(type)
        .setStatus(status)
        .setRecords(records)
        .setChain(chain)
        .setAuthenticated(question.equals("mx"))
        .setResolver(answered ? "192.0.2.53:53" : null)
        .setAttempts(1)
        .setObservedAt(SEEN)
        .setRoundTripMs(12)
        .build();
  }

  private static ObservedAnswer answer(String name, String type, String status, String... data) {
    return answer("x", name, type, status, List.of(), data);
  }

  private static void write(String file, DomainObservation... observations) throws IOException {
    RowFiles.write(
        folder.resolve("observations"),
        file,
        DomainObservation.class,
        List.of(observations),
        TableFormat.PARQUET);
  }

  @BeforeAll
  static void runTheQuery() throws IOException, SQLException {
    write(
        "bucket-0",
        new DomainObservation(
            "a.example",
            "plan",
            List.of(
                answer(
                    "mx", "a.example", "MX", "NOERROR", List.of(), "10 mx.a.example", "20 b.test"),
                answer("mail-host-a", "mx.a.example", "A", "NOERROR", List.of(), "192.0.2.7"),
                answer(
                    "origin",
                    "7.2.0.192.origin.asn.cymru.com",
                    "TXT",
                    "NOERROR",
                    List.of(),
                    "\"64500 64501 | 192.0.2.0/24 | NL | ripencc | 2000-01-01\""),
                answer(
                    "www-a",
                    "www.a.example",
                    "A",
                    "NOERROR",
                    List.of("web.a.example", "cdn.test"),
                    "192.0.2.8"),
                answer("a.example", "AAAA", "NOERROR", "2001:db8::1"),
                answer(
                    "a.example",
                    "TXT",
                    "NOERROR",
                    "\"v=spf1 \" \"-all\"",
                    "\"say \\\"hi\\\" \\\\ \\200\""))));
    write(
        "bucket-1",
        new DomainObservation(
            "b.example",
            "plan",
            List.of(
                answer("b.example", "MX", "NOERROR", "0 ."),
                answer("b.example", "NS", "NOERROR", "ns1.b.example"),
                answer("1.2.0.192.in-addr.arpa", "PTR", "NOERROR", "mail.b.example"),
                answer(
                    "b.example",
                    "SOA",
                    "NOERROR",
                    "ns1.b.example. host.b.example. 4294967295 7200 3600 1209600 300"),
                answer("b.example", "CAA", "NOERROR", "128 issue \"ca.test; x=\\\"1\\\"\""),
                answer("_25._tcp.mx.b.example", "TLSA", "NOERROR", "3 1 1 AB12 CD34"),
                answer("_sip._tls.b.example", "SRV", "NOERROR", "100 1 443 sip.test"))),
        new DomainObservation(
            "c.example",
            "plan",
            List.of(
                answer("x.c.example", "A", "NODATA"),
                answer("x", "y.c.example", "A", "NXDOMAIN", List.of("gone.test")),
                answer("s.c.example", "A", "SERVFAIL"),
                answer("r.c.example", "A", "REFUSED"),
                answer("f.c.example", "A", "FORMERR"),
                answer("n.c.example", "A", "NOTIMP"),
                answer("t.c.example", "A", "TIMEOUT"),
                answer("l.c.example", "A", "CNAME_LOOP"),
                answer("never.c.example", "A", "NOT_ASKED"))));
    duckDb = DriverManager.getConnection("jdbc:duckdb:");
    String query =
        Files.readString(Path.of("pipelines", "queries", "as-openintel.sql"))
            .replace("'observations/", "'" + folder + "/observations/");
    try (Statement statement = duckDb.createStatement()) {
      statement.execute(query);
    }
  }

  @AfterAll
  static void close() throws SQLException {
    duckDb.close();
  }

  private static List<String> rows(String columns, String where) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = duckDb.createStatement();
        ResultSet result =
            statement.executeQuery("SELECT " + columns + " FROM openintel WHERE " + where)) {
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(String.valueOf(result.getString(i)));
        }
        rows.add(String.join("|", row));
      }
    }
    return rows;
  }

  @Test
  void theColumnsAreOpenIntels() throws SQLException {
    assertThat(
        String.join(" ", columns()),
        is(
            "query_type query_name response_type response_name response_ttl timestamp rtt worker_id"
                + " status_code ad_flag extended_error section ip4_address ip6_address country as"
                + " as_full ip_prefix cname_name dname_name mx_address mx_preference ns_address"
                + " ptr_name txt_text spf_text soa_mname soa_rname soa_serial soa_refresh soa_retry"
                + " soa_expire soa_minimum caa_flags caa_tag caa_value tlsa_usage tlsa_selector"
                + " tlsa_matchtype tlsa_certdata our_status"));
  }

  private static List<String> columns() throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = duckDb.createStatement();
        ResultSet result = statement.executeQuery("FROM openintel LIMIT 0")) {
      for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
        names.add(result.getMetaData().getColumnName(i));
      }
    }
    return names;
  }

  @Test
  void mailExchangers() throws SQLException {
    assertThat(
        rows(
            "query_name, response_type, response_name, response_ttl, timestamp, rtt, worker_id,"
                + " status_code, ad_flag, mx_preference, mx_address, txt_text",
            "query_type = 'MX'"),
        contains(
            "a.example.|MX|a.example.|300|1777377600125|0.012|192.0.2.53:53|0|1|10|mx.a.example.|null",
            "a.example.|MX|a.example.|300|1777377600125|0.012|192.0.2.53:53|0|1|20|b.test.|null",
            "b.example.|MX|b.example.|300|1777377600125|0.012|192.0.2.53:53|0|0|0|.|null"));
  }

  @Test
  void addressesWithTheirNetwork() throws SQLException {
    assertThat(
        rows("query_name, ip4_address, \"as\", as_full, ip_prefix, country", "response_type = 'A'"),
        contains(
            "mx.a.example.|192.0.2.7|64500|[64500, 64501]|192.0.2.0/24|null",
            "www.a.example.|192.0.2.8|null|null|null|null"));
    assertThat(
        rows("query_name, ip4_address, ip6_address", "response_type = 'AAAA'"),
        contains("a.example.|null|2001:db8::1"));
  }

  @Test
  void aliasesHaveRowsOfTheirOwn() throws SQLException {
    assertThat(
        rows(
            "query_type, response_type, response_name, cname_name, ip4_address, response_ttl",
            "query_name = 'www.a.example.'"),
        contains(
            "A|CNAME|www.a.example.|web.a.example.|null|null",
            "A|CNAME|web.a.example.|cdn.test.|null|null",
            "A|A|cdn.test.|null|192.0.2.8|300"));
    assertThat(
        rows("response_type, response_name, cname_name, status_code", "query_name[1] = 'y'"),
        contains("CNAME|y.c.example.|gone.test.|3"));
  }

  @Test
  void textIsJoined() throws SQLException {
    assertThat(
        rows("txt_text", "query_name = 'a.example.' AND query_type = 'TXT'"),
        contains("v=spf1 -all", "say \"hi\" \\ \\200"));
  }

  @Test
  void partsOfTheOtherTypes() throws SQLException {
    assertThat(rows("ns_address", "response_type = 'NS'"), contains("ns1.b.example."));
    assertThat(rows("ptr_name", "response_type = 'PTR'"), contains("mail.b.example."));
    assertThat(
        rows(
            "soa_mname, soa_rname, soa_serial, soa_refresh, soa_retry, soa_expire, soa_minimum",
            "response_type = 'SOA'"),
        contains("ns1.b.example.|host.b.example.|4294967295|7200|3600|1209600|300"));
    assertThat(
        rows("caa_flags, caa_tag, caa_value", "response_type = 'CAA'"),
        contains("128|issue|ca.test; x=\"1\""));
    assertThat(
        rows("tlsa_usage, tlsa_selector, tlsa_matchtype, tlsa_certdata", "response_type = 'TLSA'"),
        contains("3|1|1|ab12cd34"));
    assertThat(
        rows("query_name, response_ttl, our_status", "response_type = 'SRV'"),
        contains("_sip._tls.b.example.|300|NOERROR"));
  }

  @Test
  void everyStatusHasItsCodeAndOneRow() throws SQLException {
    assertThat(
        rows(
            "query_name[1], status_code, our_status, response_type, worker_id",
            "query_name LIKE '%.c.example.' AND cname_name IS NULL"),
        contains(
            "x|0|NODATA|null|192.0.2.53:53",
            "s|2|SERVFAIL|null|192.0.2.53:53",
            "r|5|REFUSED|null|192.0.2.53:53",
            "f|1|FORMERR|null|192.0.2.53:53",
            "n|4|NOTIMP|null|192.0.2.53:53",
            "t|65535|TIMEOUT|null|null",
            "l|65535|CNAME_LOOP|null|192.0.2.53:53"));
    assertThat(rows("query_name", "query_name LIKE 'never.%'"), is(empty()));
    // 2 MX, 2 A, 1 origin, 2 aliases, 1 AAAA, 2 TXT; 7; 8.
    assertThat(rows("count(*)", "true"), contains("25"));
  }
}
