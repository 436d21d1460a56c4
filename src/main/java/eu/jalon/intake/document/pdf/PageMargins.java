package eu.jalon.intake.document.pdf;

import eu.jalon.intake.document.FurnitureKind;
import eu.jalon.intake.document.line.FurnitureWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes headers, footers, page numbers and footnotes out of the lines of all pages. */
final class PageMargins {

  /** Text of a page that is not in the flow. */
  record Margin(FurnitureKind kind, String text) {}

  private static final Pattern FOOTNOTE =
      Pattern.compile("\\[?\\(?(\\d{1,3}|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}|\\*{1,3})\\)?\\]?[.:]?\\s*\\S.*");
  private static final double NEAR_EDGE = 0.12;
  private static final double SMALLER = 0.93;
  private static final double SHARE_OF_PAGES = 0.45;
  private static final int EDGE_LINES = 3;

  private final List<List<PageLayout.Part>> pages;
  private final double height;
  private final double bodySize;
  private final Map<Integer, List<Margin>> margins = new HashMap<>();
  private final Set<String> footnotes = new HashSet<>();

  private PageMargins(List<List<PageLayout.Part>> pages, double height, double bodySize) {
    this.pages = pages;
    this.height = height;
    this.bodySize = bodySize;
  }

  /**
   * Looks at all pages and removes from them what is no body.
   *
   * @param pages the parts of each page, which are changed
   * @param height the height of a page, in points
   * @param bodySize the size of most of the text, in points
   */
  static PageMargins takeOut(List<List<PageLayout.Part>> pages, double height, double bodySize) {
    var found = new PageMargins(pages, height, bodySize);
    Set<String> repeated = found.repeated();
    for (int page = 0; page < pages.size(); page++) {
      found.takeOut(page, repeated);
      found.takeOutContents(page);
      found.takeOutFootnotes(page);
    }
    return found;
  }

  /** The margins of a page, counted from 0: footnotes first. */
  List<Margin> of(int page) {
    var found = new ArrayList<>(margins.getOrDefault(page, List.of()));
    found.sort(Comparator.comparing(margin -> margin.kind() != FurnitureKind.FOOTNOTE));
    return found;
  }

  /** The numbers of the footnotes, as figures. */
  Set<String> footnotes() {
    return footnotes;
  }

  private static String key(PageLayout.Line line) {
    return FurnitureWords.masked(line.segment().text()) + "@" + Math.round(line.y() / 4);
  }

  /** The lines at the same height on about half of the pages, or on more. */
  private Set<String> repeated() {
    var counts = new HashMap<String, Integer>();
    for (List<PageLayout.Part> page : pages) {
      var keys = new HashSet<String>();
      edges(page).stream().filter(line -> !isList(line)).forEach(line -> keys.add(key(line)));
      keys.forEach(key -> counts.merge(key, 1, Integer::sum));
    }
    int least = Math.max(2, (int) Math.ceil(pages.size() * SHARE_OF_PAGES));
    var repeated = new HashSet<String>();
    counts.forEach(
        (key, count) -> {
          if (count >= least) {
            repeated.add(key);
          }
        });
    return repeated;
  }

  /** Footnotes and the beginnings of lists may be worded alike on several pages. */
  private boolean isList(PageLayout.Line line) {
    String text = line.segment().text().strip();
    boolean note =
        line.segment().size() <= SMALLER * bodySize
            && FOOTNOTE.matcher(text).matches()
            && !FurnitureWords.isPageNumber(text);
    return note || text.endsWith(":");
  }

  /** The first and last lines of a page, by their height on it. */
  private static List<PageLayout.Line> edges(List<PageLayout.Part> page) {
    List<PageLayout.Line> lines = new ArrayList<>();
    for (PageLayout.Part part : page) {
      if (part instanceof PageLayout.Line line) {
        lines.add(line);
      }
    }
    lines.sort((a, b) -> Double.compare(a.y(), b.y()));
    if (lines.size() <= 2 * EDGE_LINES) {
      return lines;
    }
    var edges = new ArrayList<>(lines.subList(0, EDGE_LINES));
    edges.addAll(lines.subList(lines.size() - EDGE_LINES, lines.size()));
    return edges;
  }

  private void takeOut(int page, Set<String> repeated) {
    List<PageLayout.Part> parts = pages.get(page);
    double middle = height / 2;
    for (PageLayout.Line line : edges(parts)) {
      String text = line.segment().text().strip();
      boolean top = line.y() < middle;
      boolean nearEdge = line.y() < NEAR_EDGE * height || line.y() > (1 - NEAR_EDGE) * height;
      FurnitureKind kind = null;
      if (nearEdge && FurnitureWords.isPageNumber(text)) {
        kind = FurnitureKind.PAGE_NUMBER;
      } else if (repeated.contains(key(line)) || (nearEdge && FurnitureWords.namesPage(text))) {
        kind = top ? FurnitureKind.PAGE_HEADER : FurnitureKind.PAGE_FOOTER;
      } else if (nearEdge && pages.size() == 1 && isMargin(line, text, top)) {
        kind = top ? FurnitureKind.PAGE_HEADER : FurnitureKind.PAGE_FOOTER;
      }
      if (kind != null) {
        add(page, kind, text);
        parts.remove(line);
      }
    }
  }

  /**
   * A single page repeats nothing: a margin is recognised by its words, or by its place at the
   * bottom.
   */
  private boolean isMargin(PageLayout.Line line, String text, boolean top) {
    boolean brief = text.length() <= 100 && !text.endsWith(".");
    boolean numbered = text.matches("\\D*\\b1\\b\\D*") && line.apart();
    boolean small = line.segment().size() <= SMALLER * bodySize && line.apart();
    boolean note = FOOTNOTE.matcher(text).matches();
    return brief && (FurnitureWords.isWorkingPaper(text) || (!top && !note && (numbered || small)));
  }

  private void add(int page, FurnitureKind kind, String text) {
    margins.computeIfAbsent(page, p -> new ArrayList<>()).add(new Margin(kind, text));
  }

  /** The lines of a table of contents would be read as headings without text. */
  private void takeOutContents(int page) {
    for (PageLayout.Part part : List.copyOf(pages.get(page))) {
      if (part instanceof PageLayout.Line line
          && FurnitureWords.isContents(line.segment().text().strip())) {
        add(page, FurnitureKind.PAGE_HEADER, line.segment().text());
        pages.get(page).remove(part);
      }
    }
  }

  /** Footnotes are the small lines at the bottom of a page, from the first that has a mark. */
  private void takeOutFootnotes(int page) {
    List<PageLayout.Part> parts = pages.get(page);
    int from = parts.size();
    while (from > 0
        && parts.get(from - 1) instanceof PageLayout.Line line
        && line.segment().size() <= SMALLER * bodySize) {
      from--;
    }
    boolean goesOn =
        of(page - 1).stream().anyMatch(margin -> margin.kind() == FurnitureKind.FOOTNOTE);
    while (!goesOn && from < parts.size() && !FOOTNOTE.matcher(text(parts, from)).matches()) {
      from++;
    }
    var open = new StringBuilder();
    for (int i = from; i < parts.size(); i++) {
      Matcher mark = FOOTNOTE.matcher(text(parts, i));
      boolean starts = mark.matches();
      if (starts && !open.isEmpty()) {
        add(page, FurnitureKind.FOOTNOTE, open.toString());
        open.setLength(0);
      }
      if (starts) {
        footnotes.add(FurnitureWords.figures(mark.group(1)));
      }
      open.append(open.isEmpty() ? "" : " ").append(text(parts, i));
    }
    if (!open.isEmpty()) {
      add(page, FurnitureKind.FOOTNOTE, open.toString());
    }
    parts.subList(from, parts.size()).clear();
  }

  private static String text(List<PageLayout.Part> parts, int i) {
    return ((PageLayout.Line) parts.get(i)).segment().text().strip();
  }
}
