package nl.wolkenkaart.cli;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.wolkenkaart.directory.CsvDirectory;
import nl.wolkenkaart.directory.rows.PlainText;
import nl.wolkenkaart.lookup.LookupPlan;
import nl.wolkenkaart.lookup.Question;
import org.xbill.DNS.Type;

/** Lists of questions: a name and a type on each line, as dnsperf reads them with {@code -d}. */
final class BenchQuestions {
  /** Stands for a run in the labels that nobody has, so that the list is the same each time. */
  private static final String RUN = "bench";

  private static final CharMatcher BLANK = CharMatcher.whitespace();

  private BenchQuestions() {}

  /** Takes questions one after the other, as they are read. */
  interface Taker {
    void take(Question question) throws InterruptedException;
  }

  /**
   * Reads a list into memory.
   *
   * @throws UsageException naming the line that is no question
   */
  static List<Question> read(Path file) throws IOException, InterruptedException {
    List<Question> questions = new ArrayList<>();
    forEach(file, questions::add);
    return questions;
  }

  /**
   * Reads a list and hands over each question before the next is read; empty lines and those that
   * begin with a semicolon say nothing.
   *
   * @throws UsageException naming the line that is no question
   */
  static void forEach(Path file, Taker taker) throws IOException, InterruptedException {
    if (!Files.isReadable(file)) {
      throw new UsageException(file + ": no such list of questions");
    }
    boolean any = false;
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank() && line.charAt(0) != ';') {
          taker.take(question(file, number, line));
          any = true;
        }
      }
    }
    if (!any) {
      throw new UsageException(file + ": has no question");
    }
  }

  private static Question question(Path file, int number, String line) {
    int end = BLANK.indexIn(line);
    String type = end < 1 ? "" : Ascii.toUpperCase(BLANK.trimFrom(line.substring(end)));
    int value = Type.value(type);
    if (value < 1) {
      throw new UsageException(
          file + ":" + number + ": not a name and a type: " + PlainText.escape(line));
    }
    String name = Ascii.toLowerCase(line.substring(0, end));
    boolean rooted = name.length() > 1 && name.endsWith(".");
    // The same text for all questions of a type, as it is in a run.
    return new Question(rooted ? name.substring(0, name.length() - 1) : name, Type.string(value));
  }

  /**
   * Writes the questions that a survey of these organisations begins with.
   *
   * @throws UsageException when the file of questions is there already
   */
  static void write(Path organisations, Path file) throws IOException {
    if (Files.exists(file) && Files.size(file) > 0) {
      throw new UsageException(file + ": is there already; use it, or name another file");
    }
    Set<String> domains = new LinkedHashSet<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(organisations))) {
      new CsvDirectory()
          .read(
              String.valueOf(organisations.getFileName()),
              in,
              organisation -> domains.add(organisation.getDomain()),
              reject -> {});
    }
    LookupPlan plan = LookupPlan.embedded();
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
      for (String domain : domains) {
        for (Question question : plan.firstQuestions(RUN, domain)) {
          out.write(question.name() + ' ' + question.type() + '\n');
        }
      }
    }
  }
}
