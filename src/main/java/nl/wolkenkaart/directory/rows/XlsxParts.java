package nl.wolkenkaart.directory.rows;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The parts of a workbook (ECMA-376 part 1, section 12, and part 2, section 9).
 *
 * @param sheets in the order of the workbook
 * @param strings name of the part with the shared strings, null where there is none
 * @param styles name of the part with the styles, null where there is none
 * @param from1904 whether days are counted from 1904
 */
record XlsxParts(
    List<Sheet> sheets, @Nullable String strings, @Nullable String styles, boolean from1904) {
  private static final int MOST_SHEETS = 1_000;

  /**
   * A sheet of cells.
   *
   * @param name bounded and safe to show
   * @param part name of its part
   */
  record Sheet(String name, String part) {}

  /** What one part says of another. */
  private record Relation(String type, String part) {}

  static XlsxParts of(ZipContent zip) throws IOException {
    String workbook = null;
    for (Relation relation : relations(zip, "").values()) {
      if (relation.type().endsWith("/officeDocument")) {
        workbook = relation.part();
      }
    }
    InputStream content = workbook == null ? null : zip.open(workbook);
    if (content == null) {
      throw new UnreadableException("is no workbook (.xlsx): it names none");
    }
    try (content) {
      return of(XmlElements.of(content), relations(zip, workbook));
    }
  }

  private static XlsxParts of(XmlElements xml, Map<String, Relation> relations) throws IOException {
    List<Sheet> sheets = new ArrayList<>();
    boolean from1904 = false;
    while (xml.next()) {
      if (xml.isStart("workbookPr")) {
        String flag = xml.attribute("date1904");
        from1904 = "1".equals(flag) || "true".equals(flag);
      } else if (xml.isStart("sheet")) {
        Relation relation = relations.get(xml.attribute("id"));
        String name = xml.attribute("name");
        if (relation != null && relation.type().endsWith("/worksheet")) {
          sheets.add(
              new Sheet(
                  PlainText.clean(name == null ? "" : name, PlainText.SHOWN), relation.part()));
        }
        if (sheets.size() > MOST_SHEETS) {
          throw new UnreadableException("has more than " + MOST_SHEETS + " sheets");
        }
      }
    }
    if (sheets.isEmpty()) {
      throw new UnreadableException("is no workbook (.xlsx) with a sheet of cells");
    }
    return new XlsxParts(
        sheets, named(relations, "/sharedStrings"), named(relations, "/styles"), from1904);
  }

  private static @Nullable String named(Map<String, Relation> relations, String type) {
    for (Relation relation : relations.values()) {
      if (relation.type().endsWith(type)) {
        return relation.part();
      }
    }
    return null;
  }

  /**
   * What a part says of others, by identifier.
   *
   * @param part empty for the package itself
   */
  private static Map<String, Relation> relations(ZipContent zip, String part) throws IOException {
    int slash = part.lastIndexOf('/') + 1;
    String folder = part.substring(0, slash);
    Map<String, Relation> relations = new HashMap<>();
    try (InputStream in = zip.open(folder + "_rels/" + part.substring(slash) + ".rels")) {
      if (in == null) {
        return relations;
      }
      XmlElements xml = XmlElements.of(in);
      while (xml.next() && relations.size() <= MOST_SHEETS * 2) {
        String type = xml.isStart("Relationship") ? xml.attribute("Type") : null;
        String target = type == null ? null : xml.attribute("Target");
        String id = type == null ? null : xml.attribute("Id");
        if (target != null && id != null) {
          String name = target.startsWith("/") ? target.substring(1) : folder + target;
          relations.put(id, new Relation(type, name));
        }
      }
    }
    return relations;
  }
}
