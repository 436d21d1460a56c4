package eu.jalon.intake.document.office;

import static eu.jalon.intake.document.office.XmlEvents.attribute;
import static eu.jalon.intake.document.office.XmlEvents.number;

import eu.jalon.intake.document.CleanText;
import eu.jalon.intake.document.block.FlowParagraph;
import eu.jalon.intake.document.block.FlowWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;

/** Follows the body of an OpenDocument text. */
final class OdtBody extends TagHandler {

  private static final int LEVELS = 10;
  private static final int MOST_SPACES = 200;
  private static final int MOST_REPEATED = 50;

  private static final class OpenParagraph {
    private final StringBuilder text = new StringBuilder();
    private final List<String> notes = new ArrayList<>();
    private final List<FlowParagraph> boxes = new ArrayList<>();
    private final Deque<Boolean> spanBold = new ArrayDeque<>();
    private int heading;
    private boolean bold;
    private boolean hidden;
    private int boldCharacters;
    private int characters;
  }

  private static final class OpenList {
    private final String style;
    private final int[] counts;
    private boolean itemShown;

    OpenList(String style, int[] counts) {
      this.style = style;
      this.counts = counts;
    }
  }

  private final FlowWriter writer;
  private final OdtStyles styles;
  private final Deque<OpenParagraph> paragraphs = new ArrayDeque<>();
  private final Deque<OpenList> lists = new ArrayDeque<>();
  private final Map<String, int[]> countsOfStyle = new HashMap<>();
  private final int[] headings = new int[LEVELS];

  private boolean inBody;
  private int skipped;
  private int notes;
  private String citation = "";
  private final StringBuilder note = new StringBuilder();
  private boolean inCitation;
  private int headerRows;
  private int span = 1;

  OdtBody(FlowWriter writer, OdtStyles styles) {
    this.writer = writer;
    this.styles = styles;
  }

  @Override
  public void start(String name, XMLStreamReader tag) {
    if (skipped > 0 || isLeftOut(name)) {
      skipped++;
      return;
    }
    if (name.equals("body")) {
      inBody = true;
    }
    if (!inBody) {
      return;
    }
    if (notes > 0) {
      startInNote(name);
      return;
    }
    switch (name) {
      case "p", "h" -> startParagraph(name, tag);
      case "span" -> startSpan(tag);
      case "list" -> startList(tag);
      case "list-item", "list-header" -> startItem(name, tag);
      case "note" -> notes++;
      case "s" -> append(" ".repeat(Math.min(MOST_SPACES, Math.max(1, number(tag, "c", 1)))));
      case "tab" -> append("\t");
      case "line-break" -> append("\n");
      case "table" -> writer.startTable();
      case "table-header-rows" -> headerRows++;
      case "table-row" -> startRow();
      case "table-cell" -> {
        writer.startCell();
        span = Math.min(MOST_REPEATED, Math.max(1, number(tag, "number-columns-repeated", 1)));
      }
      case "covered-table-cell" -> {
        writer.startCell();
        span = 1;
      }
      default -> {
        // drawings, sections, bookmarks
      }
    }
  }

  private static boolean isLeftOut(String name) {
    return switch (name) {
      case "tracked-changes",
          "annotation",
          "annotation-end",
          "table-of-content",
          "illustration-index",
          "alphabetical-index",
          "hidden-text",
          "hidden-paragraph",
          "forms",
          "script",
          "binary-data" ->
          true;
      default -> false;
    };
  }

  private void startInNote(String name) {
    switch (name) {
      case "note" -> notes++;
      case "note-citation" -> inCitation = true;
      case "p", "s", "tab", "line-break" -> note.append(' ');
      default -> {
        // formatting inside the note
      }
    }
  }

  private void startParagraph(String name, XMLStreamReader tag) {
    var open = new OpenParagraph();
    String style = attribute(tag, "style-name");
    open.bold = styles.bold(style);
    open.hidden = styles.hidden(style);
    open.heading = name.equals("h") ? Math.max(1, Math.min(9, number(tag, "outline-level", 1))) : 0;
    paragraphs.push(open);
  }

  private void startSpan(XMLStreamReader tag) {
    OpenParagraph open = paragraphs.peek();
    if (open != null) {
      String style = attribute(tag, "style-name");
      open.spanBold.push(styles.bold(style));
    }
  }

  private void startList(XMLStreamReader tag) {
    String own = attribute(tag, "style-name");
    OpenList outer = lists.peek();
    String style = !own.isEmpty() ? own : outer == null ? "" : outer.style;
    int[] counts;
    if (outer != null) {
      counts = outer.counts;
    } else {
      boolean goesOn =
          attribute(tag, "continue-numbering").equals("true")
              || !attribute(tag, "continue-list").isEmpty();
      counts = goesOn ? countsOfStyle.getOrDefault(style, new int[LEVELS]) : new int[LEVELS];
      countsOfStyle.put(style, counts);
    }
    lists.push(new OpenList(style, counts));
  }

  private void startItem(String name, XMLStreamReader tag) {
    OpenList list = lists.peek();
    if (list == null) {
      return;
    }
    int depth = depth();
    list.itemShown = name.equals("list-header");
    if (name.equals("list-item")) {
      int start = number(tag, "start-value", -1);
      int first = styles.start(list.style, depth);
      list.counts[depth] =
          start >= 0 ? start : list.counts[depth] == 0 ? first : list.counts[depth] + 1;
      for (int below = depth + 1; below < LEVELS; below++) {
        list.counts[below] = 0;
      }
    }
  }

  private int depth() {
    return Math.min(LEVELS, lists.size()) - 1;
  }

  private void startRow() {
    writer.startRow();
    if (headerRows > 0) {
      writer.markHeader();
    }
  }

  @Override
  public void end(String name) {
    if (skipped > 0) {
      skipped--;
      return;
    }
    if (!inBody) {
      return;
    }
    if (notes > 0) {
      endInNote(name);
      return;
    }
    switch (name) {
      case "p", "h" -> endParagraph();
      case "span" -> {
        if (!paragraphs.isEmpty()) {
          paragraphs.peek().spanBold.poll();
        }
      }
      case "list" -> lists.poll();
      case "table" -> writer.endTable();
      case "table-header-rows" -> headerRows--;
      case "table-cell" -> {
        for (int i = 1; i < span; i++) {
          writer.startCell();
        }
        span = 1;
      }
      default -> {
        // nothing ends here
      }
    }
  }

  private void endInNote(String name) {
    if (name.equals("note-citation")) {
      inCitation = false;
    } else if (name.equals("note") && --notes == 0) {
      if (!paragraphs.isEmpty()) {
        paragraphs.peek().notes.add(citation + " " + CleanText.line(note.toString()));
      }
      note.setLength(0);
      citation = "";
    }
  }

  private void endParagraph() {
    OpenParagraph open = paragraphs.poll();
    if (open == null || open.hidden) {
      return;
    }
    boolean empty = open.text.toString().isBlank();
    if (!empty) {
      FlowParagraph paragraph = paragraph(open);
      if (paragraphs.isEmpty()) {
        writer.paragraph(paragraph);
      } else {
        paragraphs.peek().boxes.add(paragraph);
      }
    }
    for (FlowParagraph box : open.boxes) {
      if (paragraphs.isEmpty()) {
        writer.paragraph(box);
      } else {
        paragraphs.peek().boxes.add(box);
      }
    }
  }

  private FlowParagraph paragraph(OpenParagraph open) {
    String text = open.text.toString();
    boolean bold = open.characters > 0 && open.boldCharacters == open.characters;
    OpenList list = lists.peek();
    if (open.heading > 0) {
      return new FlowParagraph(text, open.heading, 0, headingNumber(open, list), bold, open.notes);
    }
    if (list == null || list.itemShown) {
      return new FlowParagraph(text, 0, 0, "", bold, open.notes);
    }
    list.itemShown = true;
    String marker = styles.marker(list.style, depth(), list.counts);
    int level = marker.isEmpty() ? 0 : depth() + 1;
    return new FlowParagraph(text, 0, level, marker, bold, open.notes);
  }

  private String headingNumber(
      OpenParagraph open, @org.jspecify.annotations.Nullable OpenList list) {
    int depth = open.heading - 1;
    headings[depth]++;
    for (int below = depth + 1; below < LEVELS; below++) {
      headings[below] = 0;
    }
    if (list != null && !list.itemShown) {
      list.itemShown = true;
      String marker = styles.marker(list.style, depth(), list.counts);
      return marker.equals("•") ? "" : marker;
    }
    return styles.headingNumber(depth, headings);
  }

  private void append(String characters) {
    OpenParagraph open = paragraphs.peek();
    if (open == null) {
      return;
    }
    open.text.append(characters);
    int visible = (int) characters.chars().filter(c -> !Character.isWhitespace(c)).count();
    boolean bold = open.spanBold.isEmpty() ? open.bold : open.spanBold.peek() || open.bold;
    open.characters += visible;
    open.boldCharacters += bold ? visible : 0;
  }

  /** White space in the file is one space; spaces that show have tags of their own. */
  @Override
  public void text(String characters) {
    if (skipped > 0 || !inBody) {
      return;
    }
    if (notes > 0) {
      if (inCitation) {
        citation += characters;
      } else {
        note.append(characters);
      }
      return;
    }
    if (!paragraphs.isEmpty()) {
      append(characters.replaceAll("[\\t\\n\\r ]+", " "));
    }
  }
}
