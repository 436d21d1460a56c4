package eu.jalon.intake.document.line;

import eu.jalon.intake.document.marker.ListMarkers;
import java.util.ArrayList;
import java.util.List;

/** Reads plain text in two columns, one after the other, where a gutter of spaces divides it. */
public final class TextColumns {

  private static final int NARROWEST_GUTTER = 3;
  private static final int NARROWEST_COLUMN = 12;
  private static final int FEWEST_LINES = 3;

  private TextColumns() {}

  /**
   * Returns the text with each stretch of two columns unfolded: the left one, then the right one.
   */
  public static String unfold(String text) {
    if (!text.contains("   ")) {
      return text;
    }
    String[] lines = text.split("\n", -1);
    var unfolded = new ArrayList<String>();
    for (int i = 0; i < lines.length; ) {
      int end = stretchEnd(lines, i);
      int gutter = end - i < FEWEST_LINES ? -1 : gutter(lines, i, end);
      if (gutter < 0) {
        unfolded.add(lines[i++]);
      } else {
        unfold(lines, i, end, gutter, unfolded);
        i = end;
      }
    }
    return String.join("\n", unfolded);
  }

  private static void unfold(String[] lines, int from, int to, int gutter, List<String> unfolded) {
    for (int i = from; i < to; i++) {
      unfolded.add(lines[i].substring(0, Math.min(gutter, lines[i].length())).stripTrailing());
    }
    unfolded.add("");
    for (int i = from; i < to; i++) {
      unfolded.add(lines[i].length() > gutter ? lines[i].substring(gutter).stripTrailing() : "");
    }
  }

  /** A stretch of columns starts on a line with both columns and ends with the last such line. */
  private static int stretchEnd(String[] lines, int from) {
    if (secondColumn(lines[from]) < 0) {
      return from;
    }
    int start = secondColumn(lines[from]);
    int end = from;
    for (int i = from; i < lines.length && fits(lines[i], start); i++) {
      if (secondColumn(lines[i]) == start) {
        end = i + 1;
      }
    }
    return end;
  }

  /** Tells whether nothing crosses the gutter before a column. */
  private static boolean fits(String line, int start) {
    if (line.indexOf('\f') >= 0 || line.indexOf('|') >= 0 || line.indexOf('\t') >= 0) {
      return false;
    }
    int from = Math.min(line.length(), start - 2);
    int to = Math.min(line.length(), start);
    return line.substring(from, to).isBlank();
  }

  /** Where the second column starts, or -1: behind the only wide gap of the line. */
  private static int secondColumn(String line) {
    int found = -1;
    int i = 0;
    while (i < line.length() && line.charAt(i) == ' ') {
      i++;
    }
    while (i < line.length()) {
      int gap = i;
      while (gap < line.length() && line.charAt(gap) == ' ') {
        gap++;
      }
      if (gap - i >= NARROWEST_GUTTER && gap < line.length()) {
        if (found >= 0) {
          return -1;
        }
        found = gap;
      }
      i = Math.max(gap, i + 1);
    }
    return found >= NARROWEST_COLUMN ? found : -1;
  }

  /**
   * Two columns of text have paragraphs of their own: lists, headings or lines that go on in lower
   * case on both sides. The rows of a table have not.
   */
  private static int gutter(String[] lines, int from, int to) {
    int start = secondColumn(lines[from]);
    int both = 0;
    int flowsLeft = 0;
    int flowsRight = 0;
    for (int i = from; i < to; i++) {
      String line = lines[i];
      if (secondColumn(line) == start) {
        both++;
        flowsLeft += flows(line.substring(0, start)) ? 1 : 0;
        flowsRight += flows(line.substring(start)) ? 1 : 0;
      }
    }
    return both >= FEWEST_LINES && flowsLeft > 0 && flowsRight > 0 ? start : -1;
  }

  private static boolean flows(String part) {
    String text = part.strip();
    return !text.isEmpty()
        && (LineShaper.startsLower(text)
            || text.endsWith(":")
            || ListMarkers.of(List.of()).find(text).isPresent());
  }
}
