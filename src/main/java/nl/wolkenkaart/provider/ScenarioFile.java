package nl.wolkenkaart.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.wolkenkaart.provider.CatalogueEntry.Text;
import nl.wolkenkaart.provider.Scenario.Move;
import nl.wolkenkaart.provider.Scenario.Owner;
import nl.wolkenkaart.provider.Scenario.Source;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Reads a scenario and holds it against the catalogue. */
public final class ScenarioFile {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Catalogue catalogue;
  private final List<String> faults = new ArrayList<>();

  private ScenarioFile(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  private record Content(
      @Nullable String id,
      @Nullable Text name,
      @Nullable List<@Nullable Change> changes,
      @Nullable List<@Nullable Told> sources) {}

  private record Told(@Nullable String source, @Nullable String date) {}

  /** One of its fields is there. */
  private record Change(
      @Nullable OwnerChange owner, @Nullable Leaving leaves, @Nullable Moving moves) {
    long told() {
      return List.of(owner != null, leaves != null, moves != null).stream().filter(t -> t).count();
    }
  }

  private record OwnerChange(@Nullable String company, @Nullable String parent) {}

  private record Leaving(@Nullable String provider) {}

  private record Moving(
      @Nullable String sector,
      @Nullable String region,
      @Nullable String tenant,
      @Nullable String backend,
      @Nullable String receiver,
      @Nullable List<String> organisations,
      @Nullable String to) {}

  /**
   * Reads a file.
   *
   * @throws CatalogueException naming every fault
   */
  public static Scenario read(Path file, Catalogue catalogue) throws CatalogueException {
    ScenarioFile reader = new ScenarioFile(catalogue);
    Scenario scenario = null;
    try {
      Content content = YAML.readValue(Files.readAllBytes(file), Content.class);
      scenario = content == null ? null : reader.scenario(content);
      if (content == null) {
        reader.faults.add("is empty");
      }
    } catch (JsonProcessingException e) {
      reader.faults.add(e.getOriginalMessage().lines().findFirst().orElse(""));
    } catch (IOException e) {
      reader.faults.add("cannot be read");
    }
    if (!reader.faults.isEmpty()) {
      throw new CatalogueException(reader.faults.stream().map(f -> file + ": " + f).toList());
    }
    return Objects.requireNonNull(scenario);
  }

  private Scenario scenario(Content content) {
    note(CatalogueCheck.id(content.id()));
    Text name = content.name() == null ? new Text(null, null) : content.name();
    note(CatalogueCheck.text("name in English", name.en()));
    note(CatalogueCheck.text("name in Dutch", name.nl()));
    ImmutableList.Builder<Owner> owners = ImmutableList.builder();
    ImmutableList.Builder<String> leaving = ImmutableList.builder();
    ImmutableList.Builder<Move> moves = ImmutableList.builder();
    if (content.changes() == null || content.changes().isEmpty()) {
      note("changes: there is none");
    } else {
      for (Change change : content.changes()) {
        if (change == null || change.told() != 1) {
          note("changes: each must be one of owner, leaves, moves");
        } else if (change.owner() != null) {
          owners.add(owner(change.owner()));
        } else if (change.leaves() != null) {
          leaving.add(provider("leaves", change.leaves().provider()));
        } else if (change.moves() != null) {
          moves.add(move(change.moves()));
        }
      }
    }
    return new Scenario(
        String.valueOf(content.id()),
        String.valueOf(name.en()),
        String.valueOf(name.nl()),
        owners.build(),
        leaving.build(),
        moves.build(),
        sources(content.sources()));
  }

  private ImmutableList<Source> sources(@Nullable List<@Nullable Told> given) {
    ImmutableList.Builder<Source> sources = ImmutableList.builder();
    for (Told told : given == null ? List.<Told>of() : given) {
      Told one = told == null ? new Told(null, null) : told;
      note(CatalogueCheck.source(one.source()));
      note(CatalogueCheck.date("date of a source", one.date()));
      sources.add(new Source(String.valueOf(one.source()), String.valueOf(one.date())));
    }
    return sources.build();
  }

  private Owner owner(OwnerChange change) {
    return new Owner(
        company("owner: company", change.company()), company("owner: parent", change.parent()));
  }

  private Move move(Moving m) {
    String to = String.valueOf(m.to());
    if (!to.equals(Operator.SELF.id())) {
      provider("moves: to", m.to());
    }
    List<String> organisations = m.organisations() == null ? List.of() : m.organisations();
    if (m.sector() == null
        && m.region() == null
        && m.tenant() == null
        && m.backend() == null
        && m.receiver() == null
        && organisations.isEmpty()) {
      note("moves: says of nobody");
    }
    return new Move(
        m.sector(),
        m.region(),
        m.tenant(),
        m.backend(),
        m.receiver(),
        ImmutableList.copyOf(organisations),
        to);
  }

  private String company(String field, @Nullable String id) {
    if (id == null || catalogue.company(id).isEmpty()) {
      note(field + ": the catalogue has no company " + id);
    }
    return String.valueOf(id);
  }

  private String provider(String field, @Nullable String id) {
    if (id == null || catalogue.provider(id).isEmpty()) {
      note(field + ": the catalogue has no provider " + id);
    }
    return String.valueOf(id);
  }

  private void note(@Nullable String fault) {
    if (fault != null) {
      faults.add(fault);
    }
  }
}
