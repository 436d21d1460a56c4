package eu.jalon.intake.document.plain;

import eu.jalon.intake.document.CleanText;
import eu.jalon.intake.document.block.FlowParagraph;
import eu.jalon.intake.document.block.FlowWriter;
import eu.jalon.intake.document.marker.Numbering;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Follows the elements of a page: blocks end paragraphs, everything else is text in a line. */
final class HtmlBody implements NodeVisitor {

  private static final Set<String> LEFT_OUT =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "iframe",
          "object",
          "head",
          "title",
          "select",
          "textarea",
          "button",
          "del");
  private static final Set<String> MARGINS = Set.of("nav", "header", "footer", "aside");
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "section",
          "article",
          "main",
          "body",
          "blockquote",
          "pre",
          "ul",
          "ol",
          "li",
          "dl",
          "dt",
          "dd",
          "table",
          "thead",
          "tbody",
          "tfoot",
          "tr",
          "td",
          "th",
          "caption",
          "figure",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "hr",
          "address",
          "form",
          "fieldset",
          "nav",
          "header",
          "footer",
          "aside",
          "center");
  private static final int MOST_COLUMNS = 50;
  private static final Pattern NOTE =
      Pattern.compile("(?:sdfootnote|sdendnote|_?ftn|fn|footnote)[-:_]?\\d+");
  private static final Pattern NOTE_REFERENCE =
      Pattern.compile("#(?:sdfootnote|sdendnote|_?ftn|fn|footnote)[-:_]?(?:ref)?\\d+\\w*");

  private static final class OpenList {
    private final boolean ordered;
    private final String type;
    private int count;
    private boolean pending;

    OpenList(boolean ordered, String type, int count) {
      this.ordered = ordered;
      this.type = type;
      this.count = count;
    }
  }

  /** How many further rows each cell of the row above reaches down. */
  private static final class OpenTable {
    private final int[] further = new int[MOST_COLUMNS];
    private int column;

    void add(int rows) {
      if (column < MOST_COLUMNS) {
        further[column] = rows;
      }
      column++;
    }

    boolean reachesDown() {
      boolean reaches = column < MOST_COLUMNS && further[column] > 0;
      if (reaches) {
        further[column]--;
        column++;
      }
      return reaches;
    }
  }

  private final FlowWriter writer;
  private final StringBuilder text = new StringBuilder();
  private final Set<String> margins = new LinkedHashSet<>();
  private final List<String> notes = new ArrayList<>();
  private final Deque<OpenList> lists = new ArrayDeque<>();
  private final Deque<OpenTable> tables = new ArrayDeque<>();
  private int skipped;
  private int inMargin;
  private int inNote;
  private int heading;
  private int pre;
  private int boldDepth;
  private int characters;
  private int boldCharacters;

  HtmlBody(FlowWriter writer) {
    this.writer = writer;
  }

  List<String> notes() {
    return notes;
  }

  Set<String> margins() {
    return margins;
  }

  void finish() {
    flush();
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words) {
      append(words.getWholeText());
    } else if (node instanceof Element element) {
      start(element, element.normalName());
    }
  }

  private void start(Element element, String name) {
    if (skipped > 0 || LEFT_OUT.contains(name) || isHidden(element) || isReference(element)) {
      skipped++;
      return;
    }
    if (BLOCKS.contains(name)) {
      flush();
    }
    switch (name) {
      case "br" -> text.append('\n');
      case "b", "strong" -> boldDepth++;
      case "pre" -> pre++;
      case "h1", "h2", "h3", "h4", "h5", "h6" -> heading = name.charAt(1) - '0';
      case "ul", "ol" ->
          lists.push(
              new OpenList(
                  name.equals("ol"), element.attr("type"), number(element.attr("start"), 1) - 1));
      case "li" -> startItem(element);
      case "table" -> {
        writer.startTable();
        tables.push(new OpenTable());
      }
      case "tr" -> {
        writer.startRow();
        openTable().ifPresent(table -> table.column = 0);
      }
      case "th" -> {
        writer.markHeader();
        startCell(element);
      }
      case "td" -> startCell(element);
      default -> {
        // formatting inside a line, or a container
      }
    }
    inMargin += isMargin(element, name) ? 1 : 0;
    inNote += isNote(element) ? 1 : 0;
  }

  private static boolean isMargin(Element element, String name) {
    String title = element.attr("title");
    return MARGINS.contains(name)
        || (name.equals("div") && (title.equals("header") || title.equals("footer")));
  }

  private static boolean isNote(Element element) {
    return element.normalName().equals("div") && NOTE.matcher(element.id()).matches();
  }

  /** The mark that leads to a footnote is no part of the sentence. */
  private boolean isReference(Element element) {
    return inNote == 0
        && element.normalName().equals("a")
        && NOTE_REFERENCE.matcher(element.attr("href")).matches();
  }

  private static boolean isHidden(Element element) {
    String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
    return element.hasAttr("hidden")
        || style.contains("display:none")
        || style.contains("mso-hide:all");
  }

  private void startItem(Element element) {
    if (lists.isEmpty()) {
      lists.push(new OpenList(false, "", 0));
    }
    OpenList list = lists.peek();
    list.count = number(element.attr("value"), list.count + 1);
    list.pending = true;
  }

  @Override
  public void tail(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return;
    }
    if (skipped > 0) {
      skipped--;
      return;
    }
    String name = element.normalName();
    if (BLOCKS.contains(name)) {
      flush();
    }
    switch (name) {
      case "b", "strong" -> boldDepth--;
      case "pre" -> pre--;
      case "h1", "h2", "h3", "h4", "h5", "h6" -> heading = 0;
      case "ul", "ol" -> lists.poll();
      case "table" -> {
        writer.endTable();
        tables.poll();
      }
      case "tr" -> openTable().ifPresent(this::cellsFromAbove);
      case "td", "th" -> endCell(element);
      default -> {
        // nothing ends here
      }
    }
    inMargin -= isMargin(element, name) ? 1 : 0;
    inNote -= isNote(element) ? 1 : 0;
  }

  private Optional<OpenTable> openTable() {
    return Optional.ofNullable(tables.peek());
  }

  /** Starts a cell behind those that reach down from the rows above. */
  private void startCell(Element element) {
    OpenTable table = tables.peek();
    if (table == null) {
      writer.startCell();
      return;
    }
    cellsFromAbove(table);
    writer.startCell();
    table.add(number(element.attr("rowspan"), 1) - 1);
  }

  /** Starts the further columns that a cell takes, so that the cells behind it keep theirs. */
  private void endCell(Element element) {
    int columns = Math.min(MOST_COLUMNS, number(element.attr("colspan"), 1));
    for (int i = 1; i < columns; i++) {
      writer.startCell();
      openTable().ifPresent(table -> table.add(number(element.attr("rowspan"), 1) - 1));
    }
  }

  private void cellsFromAbove(OpenTable table) {
    while (table.reachesDown()) {
      writer.continueCellAbove();
    }
  }

  private static int number(String value, int otherwise) {
    return value.matches("-?\\d{1,6}") ? Integer.parseInt(value) : otherwise;
  }

  private void append(String piece) {
    if (skipped > 0) {
      return;
    }
    String shown = pre > 0 ? piece : piece.replaceAll("[ \\t\\r\\n\\f]+", " ");
    text.append(shown);
    int visible = (int) shown.chars().filter(c -> !Character.isWhitespace(c)).count();
    characters += visible;
    boldCharacters += boldDepth > 0 ? visible : 0;
  }

  private void flush() {
    String words = text.toString();
    text.setLength(0);
    boolean bold = characters > 0 && boldCharacters == characters;
    characters = 0;
    boldCharacters = 0;
    if (CleanText.line(words).isEmpty()) {
      return;
    }
    if (inNote > 0) {
      notes.add(CleanText.line(words).replaceFirst("^(\\d{1,3})(?=\\p{L})", "$1 "));
      return;
    }
    if (inMargin > 0) {
      margins.add(CleanText.line(words));
      return;
    }
    OpenList list = lists.peek();
    boolean item = list != null && list.pending && heading == 0;
    if (item) {
      list.pending = false;
      writer.paragraph(new FlowParagraph(words, 0, lists.size(), marker(list), bold, List.of()));
    } else {
      writer.paragraph(new FlowParagraph(words, heading, 0, "", bold, List.of()));
    }
  }

  private static String marker(OpenList list) {
    if (!list.ordered) {
      return "•";
    }
    return switch (list.type) {
      case "a" -> Numbering.letter(list.count, false) + ".";
      case "A" -> Numbering.letter(list.count, true) + ".";
      case "i" -> Numbering.roman(list.count, false) + ".";
      case "I" -> Numbering.roman(list.count, true) + ".";
      default -> list.count + ".";
    };
  }
}
