package nl.wolkenkaart.directory;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.wolkenkaart.directory.sources.Registers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The order of the inputs is a priority and nothing else: where two registers say different things
 * of an organisation, the first is believed. Where they agree it shows only in which of them is
 * called the source.
 */
class InputOrderTest {
  private static final LocalDate DATE = LocalDate.of(2026, 4, 28);

  @TempDir Path folder;
  private Path one;
  private Path other;

  @BeforeEach
  void lists() throws IOException {
    one =
        Files.writeString(
            folder.resolve("one.csv"),
            "id,name,domain,sector\na,Aa,aa.example,town\nb,Bee,bee.example,town\n");
    other =
        Files.writeString(
            folder.resolve("other.csv"),
            "id,name,domain,sector\nc,Cee,cee.example,town\nd,Dee,https://dee.example,school\n");
  }

  private static List<Organisation> read(Path... lists) throws IOException {
    ImmutableList.Builder<RegisterInput> inputs = ImmutableList.builder();
    for (Path list : lists) {
      inputs.add(RegisterInput.of(list.toString(), Registers.OWN));
    }
    List<Organisation> read = new ArrayList<>();
    new OrganisationLists(inputs.build(), DATE).read(read::add, reject -> {}, line -> {});
    read.sort(Comparator.comparing(Organisation::getOrganisationId));
    return read;
  }

  @Test
  void listsOfDifferentOrganisationsInAnyOrder() throws IOException {
    List<Organisation> read = read(one, other);
    assertThat(read, hasSize(4));
    assertThat(read(other, one), equalTo(read));
  }

  @Test
  void registersThatAgreeDifferInTheSourceAlone() throws IOException {
    Path same =
        Files.writeString(
            folder.resolve("same.csv"),
            "id,name,domain,sector\nb,Bee,bee.example,town\na,Aa,aa.example,town\n");
    List<Organisation> read = read(one, same);
    List<Organisation> swapped = read(same, one);
    assertThat(
        read.get(0).getSources().stream().map(RegisterRow::getFile).toList(),
        contains("one.csv", "same.csv"));
    assertThat(read.get(0).getSourceFile(), is("one.csv"));
    assertThat(swapped.get(0).getSourceFile(), is("same.csv"));
    for (Organisation organisation : swapped) {
      organisation.setSourceFile("one.csv");
      organisation.setSourceLine(organisation.getOrganisationId().equals("a") ? 2 : 3);
    }
    assertThat(swapped, equalTo(read));
  }

  @Test
  void ofTwoThatDisagreeTheFirstIsBelieved() throws IOException {
    Path differs =
        Files.writeString(
            folder.resolve("differs.csv"), "id,name,domain,sector\na,Aah,aah.example,city\n");
    assertThat(
        read(one, differs).stream().map(Organisation::getDomain).toList(),
        contains("aa.example", "bee.example"));
    assertThat(
        read(differs, one).stream().map(Organisation::getDomain).toList(),
        contains("aah.example", "bee.example"));
  }
}
