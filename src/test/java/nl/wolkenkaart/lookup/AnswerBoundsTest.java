package nl.wolkenkaart.lookup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Rcode;

class AnswerBoundsTest {
  private final AnswerReader reader = new AnswerReader();

  private Answer read(String name, String type, int rcode, String... records) throws IOException {
    return reader.read(
        Replies.sending(name, type), Replies.reply(name, type, rcode, records), null);
  }

  @Test
  void cutsAfterFiveHundredRecordsWhateverTheirOrder() throws IOException {
    List<String> records = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      records.add("a.example A 192.0." + (i / 200) + "." + (i % 200));
    }
    Answer answer = read("a.example", "A", Rcode.NOERROR, records.toArray(String[]::new));
    assertThat(answer.records(), hasSize(500));
    assertThat(answer.cut(), is(true));
    Collections.reverse(records);
    Answer other = read("a.example", "A", Rcode.NOERROR, records.toArray(String[]::new));
    assertThat(other, equalTo(answer));
    Answer whole =
        read("a.example", "A", Rcode.NOERROR, records.subList(0, 500).toArray(String[]::new));
    assertThat(whole.records(), hasSize(500));
    assertThat(whole.cut(), is(false));
  }

  /** Presentation form makes four characters of a byte, so that 64 kB of bytes is too much. */
  @Test
  void cutsTextAfterSixtyFourKilobytes() throws IOException {
    String[] records = new String[90];
    for (int i = 0; i < records.length; i++) {
      records[i] = "a.example TXT " + (10 + i) + "\\255".repeat(200);
    }
    Answer answer = read("a.example", "TXT", Rcode.NOERROR, records);
    // Each has two quotes, two digits and 800 characters of escapes: 81 of them are 65,124.
    assertThat(answer.records(), hasSize(81));
    assertThat(answer.cut(), is(true));
    assertThat(answer.status(), is(AnswerStatus.NOERROR));
  }

  /** One record alone can pass the bound: what was published is not nothing. */
  @Test
  void recordThatIsTooLongAloneIsNoAbsence() throws IOException {
    String[] strings = new String[100];
    Arrays.fill(strings, "\\255".repeat(255));
    Answer answer =
        read("a.example", "TXT", Rcode.NOERROR, "a.example TXT " + String.join(" ", strings));
    assertThat(answer.status(), is(AnswerStatus.NOERROR));
    assertThat(answer.records(), is(empty()));
    assertThat(answer.cut(), is(true));
  }
}
