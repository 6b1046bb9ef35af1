package nl.wolkenkaart.cli;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
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

  private static final Splitter WORDS =
      Splitter.on(CharMatcher.whitespace()).omitEmptyStrings().limit(3);

  private BenchQuestions() {}

  /**
   * Reads a list; empty lines and those that begin with a semicolon say nothing.
   *
   * @throws UsageException naming the line that is no question
   */
  static List<Question> read(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new UsageException(file + ": no such list of questions");
    }
    List<Question> questions = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank() && line.charAt(0) != ';') {
          questions.add(question(file, number, line));
        }
      }
    }
    if (questions.isEmpty()) {
      throw new UsageException(file + ": has no question");
    }
    return questions;
  }

  private static Question question(Path file, int number, String line) {
    List<String> words = WORDS.splitToList(line);
    String type = words.size() == 2 ? Ascii.toUpperCase(words.get(1)) : "";
    int value = Type.value(type);
    if (value < 1) {
      throw new UsageException(
          file + ":" + number + ": not a name and a type: " + PlainText.escape(line));
    }
    String name = Ascii.toLowerCase(words.get(0));
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
