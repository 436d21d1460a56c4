package eu.jalon.intake.split.unit;

import eu.jalon.intake.document.Span;
import eu.jalon.intake.split.wording.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of the document that carries text, with white space made regular, and its surroundings.
 */
public record SourceLine(String text, int indent, boolean afterBlank, Span span) {

  private static final int TAB = 4;
  private static final Pattern PAGE_NUMBER =
      Pattern.compile("(?:[Pp]age |[Pp]agina )?[-–]? ?\\d{1,4}(?: ?/ ?\\d{1,4})? ?[-–]?");

  /** An unchanged line with its offset. */
  private record Raw(String text, int start) {}

  /**
   * Reads all lines that carry text; any line end counts, page numbers beside a form feed go.
   *
   * @param offset of the first character in the whole text
   */
  static List<SourceLine> of(String document, int offset) {
    var lines = new ArrayList<SourceLine>();
    var pages = pages(document, offset);
    for (List<Raw> page : pages) {
      boolean blank = true;
      int last = page.size() - 1;
      for (int i = 0; i <= last; i++) {
        Raw raw = page.get(i);
        String healed = Sentences.heal(raw.text());
        boolean margin = pages.size() > 1 && (i == 0 || i == last);
        if (!carriesText(healed)) {
          blank = true;
        } else if (!(margin && isPageNumber(healed))) {
          lines.add(new SourceLine(healed, indentOf(raw.text()), blank, span(raw)));
          blank = false;
        }
      }
    }
    return lines;
  }

  private static Span span(Raw raw) {
    int from = 0;
    int to = raw.text().length();
    while (from < to && Sentences.isSpace(raw.text().charAt(from))) {
      from++;
    }
    while (to > from && Sentences.isSpace(raw.text().charAt(to - 1))) {
      to--;
    }
    return new Span(raw.start() + from, raw.start() + to);
  }

  private static List<List<Raw>> pages(String document, int offset) {
    var pages = new ArrayList<List<Raw>>();
    var page = new ArrayList<Raw>();
    int start = 0;
    for (int i = 0; i <= document.length(); i++) {
      char c = i == document.length() ? '\f' : document.charAt(i);
      if (isLineEnd(c)) {
        page.add(new Raw(document.substring(start, i), offset + start));
        start = i + 1;
        if (c == '\r' && start < document.length() && document.charAt(start) == '\n') {
          start++;
          i++;
        }
      }
      if (c == '\f') {
        pages.add(trimmed(page));
        page = new ArrayList<>();
      }
    }
    return pages;
  }

  private static List<Raw> trimmed(List<Raw> page) {
    int from = 0;
    int to = page.size();
    while (from < to && page.get(from).text().isBlank()) {
      from++;
    }
    while (to > from && page.get(to - 1).text().isBlank()) {
      to--;
    }
    return page.subList(from, to);
  }

  private static boolean isLineEnd(char c) {
    return c == '\n'
        || c == '\r'
        || c == '\f'
        || c == '\u000B'
        || c == '\u0085'
        || c == '\u2028'
        || c == '\u2029';
  }

  private static boolean carriesText(String healed) {
    return healed.codePoints().anyMatch(Character::isLetterOrDigit) || Marker.isLone(healed);
  }

  private static boolean isPageNumber(String healed) {
    return healed.length() <= 20 && PAGE_NUMBER.matcher(healed).matches();
  }

  private static int indentOf(String raw) {
    int indent = 0;
    for (int i = 0; i < raw.length() && Sentences.isSpace(raw.charAt(i)); i++) {
      indent += raw.charAt(i) == '\t' ? TAB : 1;
    }
    return indent;
  }
}
