package nl.wolkenkaart.provider;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.sameInstance;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;

/** A catalogue that is not the one on the class path reaches workers as its content. */
class CatalogueSourceTest {
  private static Map<String, byte[]> changed() {
    Map<String, byte[]> files = new TreeMap<>(CatalogueSource.embeddedFiles());
    String index =
        new String(files.get("providers/index.yaml"), StandardCharsets.UTF_8) + "# changed\n";
    files.put("providers/index.yaml", index.getBytes(StandardCharsets.UTF_8));
    return files;
  }

  @Test
  void contentTravelsAndIsParsedOnce() throws CatalogueException {
    CatalogueSource source = CatalogueSource.of(changed());
    Catalogue catalogue = source.catalogue();
    CatalogueSource there = SerializableUtils.clone(source);
    assertThat(there.catalogue(), is(sameInstance(catalogue)));
    assertThat(SerializableUtils.clone(there).catalogue(), is(sameInstance(catalogue)));
    assertThat(catalogue.hash(), is(not(Catalogue.embedded().hash())));
    LocalDate date = LocalDate.of(2026, 4, 28);
    assertThat(there.corrections(date).hash(), is(Corrections.embedded(date).hash()));
  }

  @Test
  void theEmbeddedOneIsTheOneOnTheClassPath() throws CatalogueException {
    CatalogueSource embedded = SerializableUtils.clone(CatalogueSource.embedded());
    assertThat(embedded.catalogue(), is(sameInstance(Catalogue.embedded())));
    CatalogueSource copied = CatalogueSource.of(CatalogueSource.embeddedFiles());
    assertThat(copied.catalogue().hash(), is(Catalogue.embedded().hash()));
  }

  @Test
  void faultsOfTheCatalogueAndOfTheCorrectionsAreNamedTogether() {
    Map<String, byte[]> files = changed();
    files.remove("services.yaml");
    files.put("corrections/index.yaml", "files: [absent.yaml]\n".getBytes(StandardCharsets.UTF_8));
    CatalogueException e = assertThrows(CatalogueException.class, () -> CatalogueSource.of(files));
    assertThat(
        e.faults(),
        hasItems(
            "services.yaml: there is no such file",
            "corrections/absent.yaml: there is no such file"));
    CatalogueException none =
        assertThrows(CatalogueException.class, () -> CatalogueSource.of(Path.of("absent")));
    assertThat(none.getMessage(), containsString("absent: no such folder"));
  }
}
