package nl.wolkenkaart.directory;

import java.util.List;
import org.apache.beam.sdk.coders.IterableCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.hamcrest.MatcherAssert;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;

class DistinctDomainsTest {
  private final TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);

  private static Organisation organisation(String id, String domain) {
    return Organisation.newBuilder()
        .setOrganisationId(id)
        .setOrganisationName(id)
        .setSector("s")
        .setDomain(domain)
        .setRegistrableDomain(domain)
        .setSourceFile("list.csv")
        .setSourceLine(1L)
        .build();
  }

  private PCollection<KV<String, Iterable<String>>> distinct(
      int buckets, Organisation... organisations) {
    return pipeline
        .apply(Create.of(List.of(organisations)).withCoder(AvroCoder.specific(Organisation.class)))
        .apply("Distinct domains", DistinctDomains.in(new Buckets(buckets)));
  }

  @Test
  void keepsEachDomainOnceInOrder() {
    PAssert.that(
            distinct(
                1,
                organisation("1", "delft.example"),
                organisation("2", "zwolle.example"),
                organisation("3", "delft.example"),
                organisation("4", "assen.example")))
        .containsInAnyOrder(
            List.of(KV.of("0", List.of("assen.example", "delft.example", "zwolle.example"))));
    pipeline.run();
  }

  @Test
  void keysByBucket() {
    PCollection<KV<String, Iterable<String>>> domains =
        distinct(
            64,
            organisation("1", "delft.example"),
            organisation("2", "mail.example"),
            organisation("3", "mail.example"));
    PAssert.that(domains)
        .containsInAnyOrder(
            List.of(KV.of("48", List.of("delft.example")), KV.of("27", List.of("mail.example"))));
    MatcherAssert.assertThat(
        domains.getCoder(),
        Matchers.equalTo(KvCoder.of(StringUtf8Coder.of(), IterableCoder.of(StringUtf8Coder.of()))));
    pipeline.run();
  }
}
