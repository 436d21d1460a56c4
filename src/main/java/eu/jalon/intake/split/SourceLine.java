package eu.jalon.intake.split;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of the document that carries text, its white space healed and what stood around it kept.
 */
record SourceLine(String text, int indent, boolean afterBlank) {

  private static final int TAB = 4;
  private static final Pattern PAGE_NUMBER =
      Pattern.compile("(?:[Pp]age |[Pp]agina )?[-–]? ?\\d{1,4}(?: ?/ ?\\d{1,4})? ?[-–]?");

  /** Reads all lines that carry text; any line end counts, page numbers beside a form feed go. */
  static List<SourceLine> of(String document) {
    var lines = new ArrayList<SourceLine>();
    var pages = pages(document);
    for (List<String> page : pages) {
      boolean blank = true;
      int last = page.size() - 1;
      for (int i = 0; i <= last; i++) {
        String healed = Prose.heal(page.get(i));
        boolean margin = pages.size() > 1 && (i == 0 || i == last);
        if (!carriesText(healed)) {
          blank = true;
        } else if (!(margin && isPageNumber(healed))) {
          lines.add(new SourceLine(healed, indentOf(page.get(i)), blank));
          blank = false;
        }
      }
    }
    return lines;
  }

  /** Returns a line with other text at the same place, for what follows a label. */
  SourceLine withText(String rest) {
    return new SourceLine(rest, indent, true);
  }

  private static List<List<String>> pages(String document) {
    var pages = new ArrayList<List<String>>();
    var page = new ArrayList<String>();
    int start = 0;
    for (int i = 0; i <= document.length(); i++) {
      char c = i == document.length() ? '\f' : document.charAt(i);
      if (isLineEnd(c)) {
        page.add(document.substring(start, i));
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

  private static List<String> trimmed(List<String> page) {
    int from = 0;
    int to = page.size();
    while (from < to && page.get(from).isBlank()) {
      from++;
    }
    while (to > from && page.get(to - 1).isBlank()) {
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
    return healed.codePoints().anyMatch(Character::isLetterOrDigit) || Bullet.isLone(healed);
  }

  private static boolean isPageNumber(String healed) {
    return healed.length() <= 20 && PAGE_NUMBER.matcher(healed).matches();
  }

  private static int indentOf(String raw) {
    int indent = 0;
    for (int i = 0; i < raw.length() && Prose.isSpace(raw.charAt(i)); i++) {
      indent += raw.charAt(i) == '\t' ? TAB : 1;
    }
    return indent;
  }
}
