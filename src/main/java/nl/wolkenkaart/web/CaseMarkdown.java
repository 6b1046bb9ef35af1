package nl.wolkenkaart.web;

import com.google.common.base.CharMatcher;
import java.util.List;
import nl.wolkenkaart.directory.rows.PlainText;
import nl.wolkenkaart.web.CaseDocument.Block;
import nl.wolkenkaart.web.CaseDocument.Cell;
import nl.wolkenkaart.web.CaseDocument.Heading;
import nl.wolkenkaart.web.CaseDocument.Items;
import nl.wolkenkaart.web.CaseDocument.Paragraph;
import nl.wolkenkaart.web.CaseDocument.Table;

/** Writes a document as Markdown (CommonMark 0.31, with tables and task lists of GFM). */
final class CaseMarkdown {
  /** ASCII punctuation that may begin or end markup; a backslash makes it text (section 2.4). */
  private static final CharMatcher MARKUP = CharMatcher.anyOf("\\`*_[]<>|#~!&$:");

  private static final int LONGEST = 2000;

  private CaseMarkdown() {}

  static String of(CaseDocument document) {
    StringBuilder out = new StringBuilder();
    for (Block block : document.blocks()) {
      if (out.length() > 0) {
        out.append('\n');
      }
      if (block instanceof Heading heading) {
        out.append("#".repeat(heading.level())).append(' ').append(escape(heading.text()));
        out.append('\n');
      } else if (block instanceof Paragraph paragraph) {
        out.append(cell(paragraph.text())).append('\n');
      } else if (block instanceof Items items) {
        for (Cell item : items.items()) {
          out.append(items.open() ? "- [ ] " : "- ").append(cell(item)).append('\n');
        }
      } else if (block instanceof Table table) {
        row(out, table.head().stream().map(CaseMarkdown::escape).toList());
        row(out, table.head().stream().map(column -> "---").toList());
        table.rows().forEach(cells -> row(out, cells.stream().map(CaseMarkdown::cell).toList()));
      }
    }
    return out.toString();
  }

  private static void row(StringBuilder out, List<String> cells) {
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String cell(Cell cell) {
    String text = escape(cell.text());
    if (cell.address() == null) {
      return text;
    }
    return text + (text.isEmpty() ? "<" : " <") + cell.address() + '>';
  }

  private static String escape(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : PlainText.escape(text, LONGEST).toCharArray()) {
      if (MARKUP.matches(c)) {
        out.append('\\');
      }
      out.append(c);
    }
    // At the beginning of a line these make lists, which headings and paragraphs are not.
    String line = out.toString();
    return line.matches("^([-+]|\\d+[.)]).*") ? "\u200b" + line : line;
  }
}
