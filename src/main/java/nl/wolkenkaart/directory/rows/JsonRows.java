package nl.wolkenkaart.directory.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;

/**
 * Lists of JSON objects (RFC 8259): a document that is an array of objects or holds one anywhere
 * (one that holds several has them as sheets, named by their paths), or one object on each line
 * (NDJSON), of which a wrong line costs itself only. What is read as which is seen of the content.
 *
 * <p>The first row of a list, in line 0, is a header that names the fields of its first objects by
 * dotted paths ({@code contact.email}); the cells of an array of values, or of the same field in an
 * array of objects, are one cell with a line for each value. A field that only later objects have
 * is left out and told of.
 */
public final class JsonRows implements RowSource {
  private static final int LONGEST_LINE = 1 << 20;

  @Override
  public void read(InputStream in, RowSink sink) throws IOException {
    InputStream text = TextBytes.of(in);
    byte[] head = Recognition.head(text);
    ContentKind kind = TextHead.kind(TextHead.of(head), head.length < Recognition.HEAD);
    if (kind == ContentKind.NDJSON) {
      readLines(text, sink);
    } else {
      readDocument(text, sink);
    }
  }

  private static void readLines(InputStream in, RowSink sink) throws IOException {
    JsonTable table = new JsonTable("", sink);
    CsvRecords lines = CsvRecords.lines(in, LONGEST_LINE, TextEncoding.utf8());
    for (CsvRecord line = lines.next(); line != null; line = lines.next()) {
      if (line instanceof CsvRecord.Fault fault) {
        table.reject(fault.line(), fault.text(), fault.reason());
      } else {
        readLine(line.line(), ((CsvRecord.Cells) line).cells().get(0), table);
      }
    }
    table.end();
  }

  private static void readLine(long line, String text, JsonTable table) throws IOException {
    JsonObject object = null;
    try (JsonParser json = JsonObject.JSON.createParser(text)) {
      if (json.nextToken() == JsonToken.START_OBJECT) {
        object = JsonObject.read(json, line);
        object = json.nextToken() == null ? object : null;
      }
    } catch (JsonProcessingException e) {
      object = null;
    }
    if (object == null) {
      table.reject(line, text, "the line is no JSON object");
    } else {
      table.object(object);
    }
  }

  private static void readDocument(InputStream in, RowSink sink) throws IOException {
    try (JsonParser json = JsonObject.JSON.createParser(characters(in))) {
      readDocument(json, sink);
    } catch (CharacterCodingException e) {
      throw new UnreadableException("is JSON with bytes that are not UTF-8", e);
    }
  }

  private static void readDocument(JsonParser json, RowSink sink) throws IOException {
    json.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
    try {
      if (!readLists(json, sink)) {
        throw new UnreadableException("is JSON without an array of objects");
      }
    } catch (JsonProcessingException e) {
      String problem = PlainText.escape(e.getOriginalMessage());
      throw new UnreadableException(
          "line " + line(json) + ": is not JSON that can be read: " + problem, e);
    }
  }

  /** The characters of UTF-8, without a byte order mark; Jackson's own decoder would mend them. */
  private static Reader characters(InputStream in) throws IOException {
    Reader text =
        new BufferedReader(
            new InputStreamReader(
                in, UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)));
    text.mark(1);
    if (text.read() != '\ufeff') {
      text.reset();
    }
    return text;
  }

  private static boolean readLists(JsonParser json, RowSink sink) throws IOException {
    boolean any = false;
    for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
      if (token == JsonToken.START_ARRAY && json.nextToken() == JsonToken.START_OBJECT) {
        readList(json, sink);
        any = true;
      }
    }
    return any;
  }

  /** Reads from the first object of an array to the array's end. */
  private static void readList(JsonParser json, RowSink sink) throws IOException {
    String path = json.getParsingContext().pathAsPointer().toString();
    int last = path.lastIndexOf('/');
    String sheet = last < 1 ? "" : path.substring(1, last).replace('/', '.');
    JsonTable table = new JsonTable(PlainText.clean(sheet, PlainText.SHOWN), sink);
    while (json.currentToken() != JsonToken.END_ARRAY) {
      long line = line(json);
      if (json.currentToken() == JsonToken.START_OBJECT) {
        table.object(JsonObject.read(json, line));
      } else {
        table.reject(line, json.getText(), "is no JSON object");
        json.skipChildren();
      }
      json.nextToken();
    }
    table.end();
  }

  private static long line(JsonParser json) {
    return Math.max(1, json.currentTokenLocation().getLineNr());
  }
}
