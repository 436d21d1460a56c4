package eu.jalon.intake.document.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of text on one line without a wide gap.
 *
 * @param y the baseline, in points from the top of the page
 * @param size the size in which most of it is set
 * @param words the words it consists of
 */
record Segment(
    String text, double x, double right, double y, double size, boolean bold, List<Word> words) {

  /** A word and where it starts and ends. */
  record Word(String text, double x, double right) {}

  private static final double CELL_GAP = 0.3;
  private static final double COLUMN_GAP = 0.5;
  private static final double ALIGNED = 2.5;

  private static final double WIDE_GAP = 1.25;
  private static final double WORD_GAP = 0.17;
  private static final double RAISED = 0.15;
  private static final double SMALL = 0.8;
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  /** Joins the characters of one line, in order of their left edges. */
  static List<Segment> of(List<Glyph> row) {
    double size = mainSize(row);
    double baseline =
        row.stream()
            .filter(g -> g.size() >= size * 0.95)
            .mapToDouble(Glyph::y)
            .average()
            .orElse(row.get(0).y());
    var segments = new ArrayList<Segment>();
    var open = new ArrayList<Glyph>();
    for (Glyph glyph : row) {
      if (!open.isEmpty() && glyph.x() - open.get(open.size() - 1).right() > WIDE_GAP * size) {
        segments.add(join(open, size, baseline));
        open.clear();
      }
      open.add(glyph);
    }
    segments.add(join(open, size, baseline));
    return segments;
  }

  private static Segment join(List<Glyph> glyphs, double rowSize, double baseline) {
    var words = new ArrayList<Word>();
    var word = new StringBuilder();
    double start = glyphs.get(0).x();
    Glyph before = null;
    boolean bold = true;
    for (Glyph glyph : glyphs) {
      if (before != null && glyph.x() - before.right() > WORD_GAP * rowSize) {
        words.add(new Word(word.toString(), start, before.right()));
        word.setLength(0);
        start = glyph.x();
      }
      word.append(shown(glyph, rowSize, baseline));
      bold &= glyph.bold();
      before = glyph;
    }
    words.add(new Word(word.toString(), start, glyphs.get(glyphs.size() - 1).right()));
    return of(words, baseline, mainSize(glyphs), bold);
  }

  private static Segment of(List<Word> words, double y, double size, boolean bold) {
    String text = String.join(" ", words.stream().map(Word::text).toList());
    double right = words.get(words.size() - 1).right();
    return new Segment(text, words.get(0).x(), right, y, size, bold, List.copyOf(words));
  }

  /** Divides a segment before each word that starts where a column of a table does. */
  List<Segment> dividedAt(List<Double> columns) {
    return dividedAt(columns, CELL_GAP);
  }

  /** Divides a segment before a word that starts where a column of text does. */
  List<Segment> dividedAt(double column) {
    return dividedAt(List.of(column), COLUMN_GAP);
  }

  private List<Segment> dividedAt(List<Double> columns, double least) {
    var parts = new ArrayList<Segment>();
    var open = new ArrayList<Word>();
    for (Word word : words) {
      boolean gap = !open.isEmpty() && word.x() - open.get(open.size() - 1).right() > least * size;
      if (gap && columns.stream().anyMatch(column -> Math.abs(column - word.x()) < ALIGNED)) {
        parts.add(of(open, y, size, bold));
        open.clear();
      }
      open.add(word);
    }
    parts.add(of(open, y, size, bold));
    return parts;
  }

  /** Raised small figures are written as superscripts, so that footnote marks can be recognised. */
  private static String shown(Glyph glyph, double rowSize, double baseline) {
    boolean raised = glyph.size() < SMALL * rowSize && baseline - glyph.y() > RAISED * rowSize;
    String text = glyph.text();
    return raised && text.length() == 1 && text.charAt(0) >= '0' && text.charAt(0) <= '9'
        ? SUPERSCRIPTS.substring(text.charAt(0) - '0', text.charAt(0) - '0' + 1)
        : text;
  }

  private static double mainSize(List<Glyph> glyphs) {
    var counts = new java.util.TreeMap<Double, Integer>();
    for (Glyph glyph : glyphs) {
      counts.merge(Math.round(glyph.size() * 2) / 2.0, 1, Integer::sum);
    }
    return counts.entrySet().stream()
        .max(java.util.Map.Entry.comparingByValue())
        .map(java.util.Map.Entry::getKey)
        .orElse(10.0);
  }

  double charWidth() {
    return text.isEmpty() ? size / 2 : Math.max(0.1, (right - x) / text.length());
  }

  Segment joined(Segment next, String between) {
    var all = new ArrayList<>(words);
    all.addAll(next.words);
    return new Segment(
        text + between + next.text,
        Math.min(x, next.x),
        Math.max(right, next.right),
        y,
        Math.max(size, next.size),
        bold && next.bold,
        List.copyOf(all));
  }
}
