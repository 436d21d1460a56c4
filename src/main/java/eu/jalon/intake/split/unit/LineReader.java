package eu.jalon.intake.split.unit;

import eu.jalon.intake.document.Span;
import eu.jalon.intake.split.unit.Unit.Kind;
import eu.jalon.intake.split.wording.ActionWording;
import eu.jalon.intake.split.wording.FrenchInfinitive;
import eu.jalon.intake.split.wording.SectionWords;
import eu.jalon.intake.split.wording.Sentences;
import eu.jalon.intake.split.wording.TextLanguage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes paragraphs, list items and rows of the lines of a plain text. */
final class LineReader {

  private static final int SUB_INDENT = 2;
  private static final double FULL = 0.9;
  private static final int SAMPLE = 200;

  private final SectionWords wording;
  private final List<SourceLine> lines;
  private final int width;
  private final boolean oneLineEach;
  private final boolean french;
  private final Map<String, Set<Integer>> series;
  private final Set<String> kindsSeen = new HashSet<>();
  private final List<Unit> units = new ArrayList<>();
  private final Deque<Opened> lists = new ArrayDeque<>();

  private @Nullable Unit open;
  private StringBuilder words = new StringBuilder();
  private String previous = "";
  private int tables;

  /** An open list and the indentation of its items. */
  private record Opened(String kind, int indent) {}

  private LineReader(
      SectionWords wording, List<SourceLine> lines, int tables, Map<String, Set<Integer>> series) {
    this.series = series;
    this.wording = wording;
    this.lines = lines;
    this.tables = tables;
    int[] lengths = lines.stream().mapToInt(line -> line.text().length()).sorted().toArray();
    this.width = lengths.length == 0 ? 0 : lengths[lengths.length * 9 / 10];
    this.oneLineEach =
        lines.size() > 1 && lines.stream().allMatch(line -> Sentences.endsSentence(line.text()));
    this.french =
        TextLanguage.of(
                lines.stream().limit(SAMPLE).map(SourceLine::text).collect(Collectors.joining(" ")))
            .filter(language -> language != TextLanguage.FRENCH)
            .isEmpty();
  }

  /** Which numbers each kind of numbering has at the start of a line of the whole document. */
  static Map<String, Set<Integer>> series(List<SourceLine> lines) {
    Map<String, Set<Integer>> series = new HashMap<>();
    for (SourceLine line : lines) {
      Marker.of(line.text())
          .filter(Marker::isNumber)
          .ifPresent(
              marker ->
                  series
                      .computeIfAbsent(marker.kind(), kind -> new HashSet<>())
                      .add(marker.value()));
    }
    return series;
  }

  /**
   * Reads some lines.
   *
   * @param tables number that the first table gets
   * @param series the numberings of the whole document
   */
  static List<Unit> read(
      SectionWords wording, List<SourceLine> lines, int tables, Map<String, Set<Integer>> series) {
    LineReader reader = new LineReader(wording, lines, tables, series);
    int at = 0;
    while (at < lines.size()) {
      int next = reader.columns(at);
      if (next == at) {
        reader.add(lines.get(at));
        next = at + 1;
      }
      at = next;
    }
    reader.close();
    return reader.units;
  }

  private void add(SourceLine line) {
    Optional<SectionLabel> label = SectionLabel.of(wording, line.text()).filter(SectionLabel::sure);
    Optional<Marker> marker = marker(line);
    if (isRow(line)) {
      close();
      row(line);
    } else if (label.isPresent()
        && (open == null || mayStart(line))
        && marker.filter(LabelledItem::names).filter(m -> !m.rest().isEmpty()).isEmpty()) {
      close();
      label(line, label.get().rest(), marker.orElse(null));
    } else if (marker.isPresent()) {
      item(line, marker.get());
    } else if (open == null || startsParagraph(line)) {
      start(Kind.PARAGRAPH, 0, null, line, line.text());
    } else {
      Sentences.append(words, line.text());
      open = open.worded("", open.span().with(line.span()), open.marker());
    }
    previous = line.text();
  }

  /** Text behind a label on the same line begins a paragraph that continues below. */
  private void label(SourceLine line, String rest, @Nullable Marker marker) {
    String text = marker == null ? line.text() : marker.rest();
    int at = rest.isEmpty() ? -1 : text.lastIndexOf(rest);
    String head = at > 0 ? text.substring(0, at).strip() : text;
    units.add(
        Unit.of(marker == null ? Kind.PARAGRAPH : Kind.ITEM, 1, marker, head, line.span())
            .set(line.afterBlank(), false));
    lists.clear();
    if (at > 0) {
      int end = line.span().end();
      Span behind = new Span(Math.max(line.span().start(), end - rest.length()), end);
      SourceLine remainder = new SourceLine(rest, line.indent(), true, behind);
      Optional<Marker> item = Marker.of(rest).filter(found -> !found.needsSeries());
      if (item.isPresent()) {
        item(remainder, item.get());
      } else {
        start(Kind.PARAGRAPH, 0, null, remainder, rest);
      }
    }
  }

  /** A label within a paragraph would be words of its sentence. */
  private boolean mayStart(SourceLine line) {
    return line.afterBlank()
        || Sentences.endsSentence(previous)
        || previous.endsWith(":")
        || line.text().contains(":")
        || !ActionWording.breaksOff(previous);
  }

  private Optional<Marker> marker(SourceLine line) {
    Optional<Marker> labelled =
        LabelledItem.of(wording, line.text())
            .filter(
                found -> line.afterBlank() || open == null || !ActionWording.breaksOff(previous));
    return labelled.isPresent()
        ? labelled
        : Marker.of(line.text()).filter(found -> isMarker(found, line));
  }

  /** A wrapped line may also begin with a dash or a number by chance. */
  private boolean isMarker(Marker marker, SourceLine line) {
    if (marker.needsSeries() && !inSeries(marker)) {
      return false;
    }
    return marker.isUnmistakable()
        || kindsSeen.contains(marker.kind())
        || line.afterBlank()
        || previous.isEmpty()
        || previous.endsWith(":")
        || Sentences.endsSentence(previous)
        || (marker.isNumber() && marker.kind().startsWith("("));
  }

  private boolean inSeries(Marker marker) {
    Set<Integer> values = series.getOrDefault(marker.kind(), Set.of());
    return values.contains(1)
        && (values.contains(2) || !marker.kind().toLowerCase(Locale.ROOT).equals("a."));
  }

  private void item(SourceLine line, Marker marker) {
    kindsSeen.add(marker.kind());
    int level = level(marker.kind(), line.indent());
    start(Kind.ITEM, level, marker, line, marker.rest());
  }

  private int level(String kind, int indent) {
    boolean known = lists.stream().anyMatch(list -> list.kind().equals(kind));
    if (known) {
      while (!lists.isEmpty() && !lists.getFirst().kind().equals(kind)) {
        lists.pop();
      }
      return lists.size();
    }
    boolean deeper =
        lists.isEmpty()
            || (open != null
                && open.is(Kind.ITEM)
                && words.toString().stripTrailing().endsWith(":"))
            || indent >= lists.getFirst().indent() + SUB_INDENT;
    if (!deeper) {
      lists.pop();
    }
    lists.push(new Opened(kind, indent));
    return lists.size();
  }

  private void start(Kind kind, int level, @Nullable Marker marker, SourceLine line, String text) {
    close();
    open = Unit.of(kind, level, marker, "", line.span()).set(line.afterBlank(), false);
    words = new StringBuilder(text);
    if (kind == Kind.PARAGRAPH && line.afterBlank()) {
      lists.clear();
    }
  }

  private void close() {
    Unit finished = open;
    if (finished != null && !words.isEmpty()) {
      units.add(finished.worded(words.toString(), finished.span(), finished.marker()));
    }
    open = null;
    words = new StringBuilder();
  }

  private boolean startsParagraph(SourceLine line) {
    Unit current = open;
    if (current == null) {
      return true;
    }
    boolean resolved = line.afterBlank() && Sentences.endsSentence(previous);
    if (words.isEmpty() || (Sentences.startsLower(line.text()) && !resolved)) {
      return false;
    }
    boolean newSentence = Sentences.endsSentence(previous);
    boolean infinitive = french && FrenchInfinitive.opens(line.text());
    if (line.afterBlank()) {
      return newSentence || infinitive || !ActionWording.breaksOff(previous);
    }
    if (current.is(Kind.ITEM)) {
      return newSentence && infinitive;
    }
    if (previous.endsWith(":") || (newSentence && (infinitive || oneLineEach))) {
      return true;
    }
    return !ActionWording.breaksOff(previous) && isShort(line);
  }

  /** Whether the line before had room for the first word of this one: it was not wrapped. */
  private boolean isShort(SourceLine line) {
    int blank = line.text().indexOf(' ');
    int word = blank < 0 ? line.text().length() : blank;
    return previous.length() + 1 + word <= width * FULL;
  }

  private static boolean isRow(SourceLine line) {
    return line.text().contains(" | ")
        || (line.text().startsWith("|") && line.text().endsWith("|") && line.text().length() > 2);
  }

  private void row(SourceLine line) {
    String text = line.text();
    String inner =
        text.startsWith("|")
            ? text.substring(1, Math.max(1, text.length() - (text.endsWith("|") ? 1 : 0)))
            : text;
    List<String> cells = Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
    boolean rule = cells.stream().allMatch(cell -> cell.matches("[-: ]*"));
    boolean first = units.isEmpty() || !units.get(units.size() - 1).is(Kind.ROW);
    tables += first ? 1 : 0;
    if (!rule) {
      units.add(Unit.row(tables, false, cells, line.span()));
    }
  }

  /**
   * A table of which a reader kept a cell a line: first the names of its columns, then the rows.
   */
  private int columns(int at) {
    int count = 0;
    while (at + count < lines.size() && StepTable.isColumn(wording, lines.get(at + count).text())) {
      count++;
    }
    if (count < 2 || !StepTable.isHeader(wording, texts(at, at + count))) {
      return at;
    }
    close();
    tables++;
    units.add(
        Unit.row(
            tables,
            true,
            texts(at, at + count),
            lines.get(at).span().with(lines.get(at + count - 1).span())));
    int next = at + count;
    while (next + count <= lines.size() && isWhole(next, count)) {
      units.add(
          Unit.row(
              tables,
              false,
              texts(next, next + count),
              lines.get(next).span().with(lines.get(next + count - 1).span())));
      next += count;
    }
    previous = "";
    return next;
  }

  private boolean isWhole(int from, int count) {
    for (int i = from; i < from + count; i++) {
      boolean gap = i > from && lines.get(i).afterBlank() && !lines.get(from).afterBlank();
      if (gap
          || SectionLabel.of(wording, lines.get(i).text()).filter(SectionLabel::sure).isPresent()) {
        return false;
      }
    }
    return true;
  }

  private List<String> texts(int from, int to) {
    return lines.subList(from, to).stream().map(SourceLine::text).toList();
  }
}
