package nl.wolkenkaart.directory.rows;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Walks through an XML document from tag to tag, in bounded memory: no document type, so no entity
 * but the five of XML itself; nothing is ever fetched; tags, depth and the number of different
 * names are bounded. Elements are known by their local names, since registers change their
 * namespaces with every version.
 */
public final class XmlElements {
  private static final int DEEPEST = 200;

  /** The parser keeps every name that it met; a schema has some hundreds. */
  private static final int MOST_NAMES = 20_000;

  private final XMLStreamReader xml;
  private final Set<String> names = new HashSet<>();
  private int depth;

  private XmlElements(XMLStreamReader xml) {
    this.xml = xml;
  }

  /**
   * Opens a document in UTF-8, UTF-16 with a byte order mark, or the encoding that its declaration
   * names, where that is ISO-8859-1, ISO-8859-15, US-ASCII or windows-1252.
   *
   * @param in not closed here
   * @throws UnreadableException for another encoding, or when there is no root element
   */
  public static XmlElements of(InputStream in) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    try {
      return new XmlElements(
          factory.createXMLStreamReader(new MarkupReader(XmlEncoding.reader(in))));
    } catch (XMLStreamException | RuntimeException e) {
      throw failure(e, 1);
    }
  }

  /**
   * Moves on to the next start tag, end tag or piece of text; long text comes in several pieces.
   *
   * @return false behind the end of the document
   * @throws UnreadableException when the document is not well-formed, or above a bound
   */
  public boolean next() throws IOException {
    try {
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            start();
            return true;
          }
          case XMLStreamConstants.END_ELEMENT -> {
            depth--;
            return true;
          }
          case XMLStreamConstants.CHARACTERS,
              XMLStreamConstants.CDATA,
              XMLStreamConstants.SPACE -> {
            return true;
          }
          case XMLStreamConstants.PROCESSING_INSTRUCTION -> note(xml.getPITarget());
          default -> {}
        }
      }
      return false;
    } catch (XMLStreamException | RuntimeException e) {
      throw failure(e, line());
    }
  }

  private void start() throws UnreadableException {
    depth++;
    if (depth > DEEPEST) {
      throw new UnreadableException(
          "line " + line() + ": elements are nested deeper than " + DEEPEST);
    }
    note(xml.getLocalName());
    note(xml.getPrefix());
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      note(xml.getAttributeLocalName(i));
      note(xml.getAttributePrefix(i));
    }
    for (int i = 0; i < xml.getNamespaceCount(); i++) {
      note(xml.getNamespacePrefix(i));
      note(xml.getNamespaceURI(i));
    }
  }

  private void note(@Nullable String name) throws UnreadableException {
    if (name != null && names.add(name) && names.size() > MOST_NAMES) {
      throw new UnreadableException(
          "line " + line() + ": more than " + MOST_NAMES + " different names of elements");
    }
  }

  /** Whether this is a start tag. */
  public boolean isStart() {
    return xml.isStartElement();
  }

  /** Whether this is the start tag of an element with the local name. */
  public boolean isStart(String name) {
    return xml.isStartElement() && xml.getLocalName().equals(name);
  }

  /** Whether this is an end tag. */
  public boolean isEnd() {
    return xml.isEndElement();
  }

  /** Whether this is the end tag of an element with the local name. */
  public boolean isEnd(String name) {
    return xml.isEndElement() && xml.getLocalName().equals(name);
  }

  /** Whether this is a piece of text. */
  public boolean isText() {
    return xml.isCharacters();
  }

  /** Local name of the element; to be asked at a tag only. */
  public String name() {
    return xml.getLocalName();
  }

  /** Name of the element's namespace, empty where it has none; to be asked at a tag only. */
  public String namespace() {
    String uri = xml.getNamespaceURI();
    return uri == null ? "" : uri;
  }

  /**
   * Value of the first attribute with the local name, null where there is none; to be asked at a
   * start tag only.
   */
  public @Nullable String attribute(String name) {
    return xml.getAttributeValue(null, name);
  }

  /** The piece of text; empty at a tag. */
  public String piece() {
    String text = xml.isCharacters() ? xml.getText() : "";
    return text == null ? "" : text;
  }

  /** Number of elements that are open: 1 at the root's start tag, 0 at its end tag. */
  public int depth() {
    return depth;
  }

  /** Line of the end of this tag or piece, counted from 1. */
  public long line() {
    return Math.max(1, xml.getLocation().getLineNumber());
  }

  /** Moves from a start tag to the end tag of the same element. */
  public void skip() throws IOException {
    int outside = depth - 1;
    while (depth > outside && next()) {
      // Nothing in it is wanted.
    }
  }

  /**
   * Moves from a start tag to the end tag of the same element and gives all text between them.
   *
   * @param most UTF-16 units
   * @return null where the text is longer
   */
  public @Nullable String text(int most) throws IOException {
    int outside = depth - 1;
    StringBuilder text = new StringBuilder();
    boolean fits = true;
    while (depth > outside && next()) {
      if (xml.isCharacters() && fits) {
        String piece = piece();
        fits = text.length() + piece.length() <= most;
        text.append(fits ? piece : "");
      }
    }
    return fits ? text.toString() : null;
  }

  /**
   * What a parser's failure is about. The JDK's parser throws other exceptions than its own for
   * some documents that are not well-formed.
   */
  private static IOException failure(Exception problem, long line) {
    for (Throwable e = problem; e != null; e = inner(e)) {
      if (e instanceof IOException cause) {
        return XmlEncoding.explained(cause, line);
      }
    }
    String message = problem.getMessage() == null ? "" : problem.getMessage();
    String why = message.substring(message.lastIndexOf('\n') + 1).replaceFirst("^Message: ", "");
    return new UnreadableException(
        "line "
            + line
            + ": is not well-formed XML"
            + (problem instanceof XMLStreamException ? ": " + PlainText.clean(why, 200) : ""),
        problem);
  }

  private static @Nullable Throwable inner(Throwable e) {
    return e instanceof XMLStreamException xml && xml.getNestedException() != null
        ? xml.getNestedException()
        : e.getCause();
  }
}
