package nl.wolkenkaart.statistics;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import nl.wolkenkaart.provider.Attribution;
import nl.wolkenkaart.provider.Service;
import nl.wolkenkaart.provider.ServiceLevel;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** The codes that the schemas publish are those that the invariants hold the rows against. */
class CodeColumnsTest {
  private static void check(Schema schema, String field, Collection<String> codes) {
    assertThat(schema.getField(field).getObjectProp("values"), is((Object) new ArrayList<>(codes)));
  }

  @Test
  void schemasAndInvariantsHaveTheSameCodes() {
    check(Attribution.getClassSchema(), "status", CodeLists.STATUS);
    check(Attribution.getClassSchema(), "hosting", CodeLists.HOSTING);
    check(Attribution.getClassSchema(), "backend_confidence", CodeLists.CONFIDENCE);
    check(Service.getClassSchema(), "level", CodeLists.LEVEL);
    check(ServiceLevel.getClassSchema(), "level", CodeLists.LEVEL);
    check(Attribution.getClassSchema(), "stands_for_domain", List.of("sector", "list"));
    check(Concentration.getClassSchema(), "axis", Concentrations.AXES);
    check(NotMeasured.getClassSchema(), "axis", Gaps.AXES);
    check(NotMeasured.getClassSchema(), "reason", Gaps.REASONS);
    List<String> measures =
        ImmutableList.<String>builder().addAll(Counts.EACH_ONCE).add(Counts.SERVICE).build();
    check(Statistic.getClassSchema(), "measure", measures);
  }
}
