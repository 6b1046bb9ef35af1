package nl.wolkenkaart.directory.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Makes a header of the fields of the first objects of a list, and rows of all of them. */
final class JsonTable {
  private static final int OBJECTS = 1_000;
  private static final long UNITS = 4 << 20;
  private static final int TOLD_OF = 10;

  private final String sheet;
  private final RowSink sink;
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final List<JsonObject> first = new ArrayList<>();
  private final Set<String> leftOut = new TreeSet<>();
  private long units;
  private boolean begun;

  JsonTable(String sheet, RowSink sink) {
    this.sheet = sheet;
    this.sink = sink;
  }

  void object(JsonObject object) {
    if (begun) {
      give(object);
      return;
    }
    first.add(object);
    for (Map.Entry<String, String> field : object.fields().entrySet()) {
      units += field.getKey().length() + field.getValue().length();
      if (object.fault() == null && places.size() < Bounds.ROW_CELLS) {
        places.putIfAbsent(field.getKey(), places.size());
      }
    }
    if (first.size() == OBJECTS || units > UNITS) {
      begin();
    }
  }

  /** Something that is no object, in its place among the rows. */
  void reject(long line, String value, String reason) {
    object(new JsonObject(line, Map.of("", Bounds.shown(value)), reason));
  }

  /** To be called behind the last object. */
  void end() {
    begin();
    if (!leftOut.isEmpty()) {
      sink.found(
          "left out, since the first objects do not have them: "
              + PlainText.escape(String.join(", ", leftOut), 1_000));
    }
  }

  private void begin() {
    if (!begun) {
      begun = true;
      if (!places.isEmpty()) {
        sink.row(new Row(sheet, 0, List.copyOf(places.keySet())));
      }
      first.forEach(this::give);
      first.clear();
    }
  }

  private void give(JsonObject object) {
    if (object.fault() != null) {
      String value = String.join(" ", object.fields().values());
      sink.reject(object.line(), Bounds.shown(value), object.fault());
      return;
    }
    @Nullable String[] cells = new String[places.size()];
    for (Map.Entry<String, String> field : object.fields().entrySet()) {
      Integer place = places.get(field.getKey());
      if (place != null) {
        cells[place] = field.getValue();
      } else if (leftOut.size() < TOLD_OF) {
        leftOut.add(field.getKey());
      }
    }
    if (Arrays.stream(cells).allMatch(cell -> cell == null || cell.isBlank())) {
      sink.reject(object.line(), "", "an object without a value");
    } else {
      sink.row(new Row(sheet, object.line(), Collections.unmodifiableList(Arrays.asList(cells))));
    }
  }
}
