package nl.wolkenkaart.web;

import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A text in blocks, before it is Markdown or HTML. Its texts are plain: nothing in them is markup.
 */
final class CaseDocument {
  /** A part of it. */
  sealed interface Block {}

  /**
   * A heading.
   *
   * @param level 1 to 3
   */
  record Heading(int level, String text) implements Block {}

  /** A paragraph. */
  record Paragraph(Cell text) implements Block {}

  /** A list; each may be ticked off where {@code open} is true. */
  record Items(List<Cell> items, boolean open) implements Block {}

  /** A table. */
  record Table(List<String> head, List<List<Cell>> rows) implements Block {}

  /**
   * A text, and after it the address where it is from.
   *
   * @param address of a source in the catalogue; never from DNS
   */
  record Cell(String text, @Nullable String address) {
    static Cell of(@Nullable String text) {
      return new Cell(text == null ? "" : text, null);
    }

    static Cell of(String text, String address) {
      return new Cell(text, address);
    }
  }

  private final String language;
  private final List<Block> blocks = new ArrayList<>();

  CaseDocument(String language) {
    this.language = language;
  }

  String language() {
    return language;
  }

  List<Block> blocks() {
    return blocks;
  }

  String title() {
    return ((Heading) blocks.get(0)).text();
  }

  void heading(int level, String text) {
    blocks.add(new Heading(level, text));
  }

  void paragraph(String text) {
    blocks.add(new Paragraph(Cell.of(text)));
  }

  void paragraph(String text, String address) {
    blocks.add(new Paragraph(Cell.of(text, address)));
  }

  void items(List<Cell> items) {
    if (!items.isEmpty()) {
      blocks.add(new Items(List.copyOf(items), false));
    }
  }

  /** What somebody has to tick off. */
  void tasks(List<Cell> items) {
    if (!items.isEmpty()) {
      blocks.add(new Items(List.copyOf(items), true));
    }
  }

  void table(List<String> head, List<List<Cell>> rows) {
    if (!rows.isEmpty()) {
      blocks.add(new Table(List.copyOf(head), List.copyOf(rows)));
    }
  }
}
