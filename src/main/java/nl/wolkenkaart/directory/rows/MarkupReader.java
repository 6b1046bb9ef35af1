package nl.wolkenkaart.directory.rows;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Passes an XML document on to a parser as long as no tag, comment or CDATA section of it is longer
 * than a bound, since the parser holds each of them as a whole; text it gives in pieces. A document
 * type declaration never reaches the parser: no register has one, and entities are declared in it.
 */
final class MarkupReader extends FilterReader {
  private static final int LONGEST = 1 << 20;

  private enum State {
    TEXT,
    OPENED,
    DECLARED,
    TAG,
    IN_QUOTES,
    IN_APOSTROPHES,
    INSTRUCTION,
    COMMENT,
    CDATA
  }

  private State state = State.TEXT;
  private int length;

  /** How many of the characters that end a comment, section or instruction have come. */
  private int ending;

  MarkupReader(Reader in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] target, int from, int most) throws IOException {
    int count = in.read(target, from, most);
    for (int i = from; i < from + count; i++) {
      state = after(target[i]);
      length = state == State.TEXT ? 0 : length + 1;
      if (length > LONGEST) {
        throw new UnreadableException("a tag, comment or CDATA section is longer than 1 MiB");
      }
    }
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private State after(char c) throws UnreadableException {
    return switch (state) {
      case TEXT -> c == '<' ? State.OPENED : State.TEXT;
      case OPENED -> opened(c);
      case DECLARED -> declared(c);
      case TAG ->
          switch (c) {
            case '>' -> State.TEXT;
            case '"' -> State.IN_QUOTES;
            case '\'' -> State.IN_APOSTROPHES;
            default -> State.TAG;
          };
      case IN_QUOTES -> c == '"' ? State.TAG : State.IN_QUOTES;
      case IN_APOSTROPHES -> c == '\'' ? State.TAG : State.IN_APOSTROPHES;
      case INSTRUCTION -> closing(c, '?', 1);
      case COMMENT -> closing(c, '-', 2);
      case CDATA -> closing(c, ']', 2);
    };
  }

  private State opened(char c) {
    ending = 0;
    return switch (c) {
      case '!' -> State.DECLARED;
      case '?' -> State.INSTRUCTION;
      case '>' -> State.TEXT;
      default -> State.TAG;
    };
  }

  private static State declared(char c) throws UnreadableException {
    return switch (c) {
      case '-' -> State.COMMENT;
      case '[' -> State.CDATA;
      default ->
          throw new UnreadableException(
              "holds a document type declaration (DOCTYPE), which is not read for safety");
    };
  }

  /**
   * The state within something that ends with a character, some times over, and then a {@code >}.
   */
  private State closing(char c, char last, int times) {
    if (c == '>' && ending >= times) {
      return State.TEXT;
    }
    ending = c == last ? ending + 1 : 0;
    return state;
  }
}
