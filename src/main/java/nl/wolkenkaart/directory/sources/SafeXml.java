package nl.wolkenkaart.directory.sources;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import nl.wolkenkaart.directory.rows.PlainText;
import nl.wolkenkaart.directory.rows.UnreadableException;

/**
 * Steps through an XML document from outside, in bounded memory: one with a document type (where
 * entities are declared) is refused, nothing outside the document is ever opened, and neither one
 * piece of text or markup nor the depth can grow without bound.
 */
final class SafeXml implements AutoCloseable {
  private static final int DEEPEST = 64;
  private static final long LONGEST_PIECE = 4L << 20;
  private static final int LONGEST_MESSAGE = 300;

  private final Metered in;
  private final XMLStreamReader reader;
  private int depth;

  /**
   * Begins to read.
   *
   * @param in not closed here
   */
  SafeXml(InputStream in) throws IOException {
    this.in = new Metered(in);
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("the document refers to something outside itself");
        });
    try {
      reader = factory.createXMLStreamReader(this.in);
    } catch (XMLStreamException e) {
      throw unreadable(e, 1);
    }
  }

  /**
   * The next event, {@link XMLStreamConstants#END_DOCUMENT} the last.
   *
   * @throws UnreadableException when the document ends early, is not well-formed or is refused
   */
  int next() throws IOException {
    in.pieceBegins();
    long line = line();
    try {
      if (!reader.hasNext()) {
        return XMLStreamConstants.END_DOCUMENT;
      }
      int event = reader.next();
      switch (event) {
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_DECLARATION ->
            throw new UnreadableException(
                "line " + line() + ": the XML declares a document type (DTD), which is not read");
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw new UnreadableException(
                "line " + line() + ": the XML refers to an entity that XML itself does not have");
        case XMLStreamConstants.START_ELEMENT -> {
          if (++depth > DEEPEST) {
            throw new UnreadableException(
                "line " + line() + ": elements are nested deeper than " + DEEPEST);
          }
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {}
      }
      return event;
    } catch (XMLStreamException e) {
      throw unreadable(e, line);
    } catch (RuntimeException e) {
      // The JDK's reader fails like this at some documents that are not well-formed.
      throw new UnreadableException("line " + line + ": the XML is not well-formed", e);
    }
  }

  private static IOException unreadable(XMLStreamException e, long line) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnreadableException unreadable) {
        return unreadable;
      }
    }
    if (e.getNestedException() instanceof IOException broken) {
      return broken;
    }
    long where = e.getLocation() == null ? line : Math.max(line, e.getLocation().getLineNumber());
    String message = String.valueOf(e.getMessage()).replaceAll("(?s)^ParseError.*?\\nMessage: ", "");
    return new UnreadableException(
        "line " + where + ": the XML is not well-formed: " + oneLine(message), e);
  }

  private static String oneLine(String message) {
    return PlainText.clean(message.lines().findFirst().orElse(""), LONGEST_MESSAGE);
  }

  /** The line that was reached, counted from 1. */
  long line() {
    return Math.max(1, reader == null ? 1 : reader.getLocation().getLineNumber());
  }

  /** Name of the element without its prefix. */
  String localName() {
    return reader.getLocalName();
  }

  /** Text of the event. */
  String text() {
    return reader.getText();
  }

  /** The attribute of a name, whatever its namespace; null when the element has none. */
  String attribute(String localName) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(localName)) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    try {
      reader.close();
    } catch (XMLStreamException e) {
      throw unreadable(e, line());
    }
  }

  /** Stops when one piece between two events takes too many bytes. */
  private static final class Metered extends FilterInputStream {
    private long read;

    Metered(InputStream in) {
      super(in);
    }

    void pieceBegins() {
      read = 0;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int n = super.read(bytes, from, length);
      count(Math.max(n, 0));
      return n;
    }

    private void count(int bytes) throws IOException {
      read += bytes;
      if (read > LONGEST_PIECE) {
        throw new UnreadableException("one piece of text or markup is longer than 4 MiB");
      }
    }
  }
}
