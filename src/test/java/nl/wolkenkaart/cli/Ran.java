package nl.wolkenkaart.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What a run of the program did.
 *
 * @param exit exit code
 * @param out standard output
 * @param err standard error
 */
record Ran(int exit, String out, String err) {

  /** Runs the program in this JVM. */
  static Ran with(Object... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    try (PrintStream newOut = new PrintStream(said, true, StandardCharsets.UTF_8);
        PrintStream newErr = new PrintStream(complained, true, StandardCharsets.UTF_8)) {
      System.setOut(newOut);
      System.setErr(newErr);
      String[] words = new String[arguments.length];
      for (int i = 0; i < words.length; i++) {
        words[i] = arguments[i].toString();
      }
      int exit = Main.run(words);
      return new Ran(
          exit, said.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
