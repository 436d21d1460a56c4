package eu.jalon.intake.pair;

import eu.jalon.intake.document.Block;
import eu.jalon.intake.document.Heading;
import eu.jalon.intake.document.ListItem;
import eu.jalon.intake.document.PageFurniture;
import eu.jalon.intake.document.Paragraph;
import eu.jalon.intake.document.Place;
import eu.jalon.intake.document.SourceText;
import eu.jalon.intake.document.Span;
import eu.jalon.intake.document.TableRow;
import eu.jalon.intake.split.wording.TextLanguage;
import eu.jalon.shared.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Separates the two languages of a document: in blocks, in pairs, in two columns, or in one line
 * with a stroke between.
 */
public final class BilingualText {

  private static final Pattern DIVIDER =
      Pattern.compile("\\s+/\\s+|(?<=\\p{L}{2})/(?=\\p{L}{2})|(?<=[.;!?…])\\s+|\\s+[–—|]\\s+");
  private static final Pattern STROKE = Pattern.compile("\\s*/\\s*");
  private static final double LEAST_SHARE = 0.25;
  private static final double MOST_CELLS = 0.75;
  private static final int LONGEST_NAME = 90;

  /** With fewer words the language of a document cannot be decided. */
  private static final int FEW_WORDS = 3;

  private final SourceText source;
  private final Language first;
  private final Language second;

  private BilingualText(SourceText source, Language first, Language second) {
    this.source = source;
    this.first = first;
    this.second = second;
  }

  /**
   * The two versions that a document holds.
   *
   * @param language of the version that comes first
   * @param text the blocks of that version; places and text are those of the whole document
   */
  public record Parts(
      Language language, SourceText text, Language otherLanguage, SourceText otherText) {}

  /** The words of a block in each language; one of them where the block is of one language. */
  private record Halves(@Nullable String first, @Nullable String second) {

    boolean isBoth() {
      return first != null && second != null;
    }
  }

  /** Parts a document; empty where it is written in one language. */
  public static Optional<Parts> of(SourceText source) {
    Map<Language, Integer> letters = new LinkedHashMap<>();
    for (Block block : source.blocks()) {
      for (String piece : pieces(block)) {
        if (piece.split("\\s+", -1).length >= FEW_WORDS) {
          TextLanguage.of(piece)
              .ifPresent(language -> letters.merge(language, piece.length(), Integer::sum));
        }
      }
    }
    int all = letters.values().stream().mapToInt(Integer::intValue).sum();
    List<Language> written =
        letters.entrySet().stream()
            .filter(entry -> entry.getValue() >= all * LEAST_SHARE)
            .map(Map.Entry::getKey)
            .toList();
    if (written.size() != 2) {
      return Optional.empty();
    }
    return Optional.of(new BilingualText(source, written.get(0), written.get(1)).parts());
  }

  /** The sentences of a block, unless it is one that names what follows. */
  private static List<String> pieces(Block block) {
    if (block instanceof PageFurniture
        || block instanceof Heading
        || (block instanceof TableRow row && row.header())
        || block.text().strip().endsWith(":")) {
      return List.of();
    }
    List<String> pieces = new ArrayList<>();
    List<String> texts = block instanceof TableRow row ? row.cells() : List.of(block.text());
    texts.forEach(text -> pieces.addAll(List.of(DIVIDER.split(text, -1))));
    return pieces;
  }

  private Parts parts() {
    Map<Integer, List<TableRow>> tables =
        source.blocks().stream()
            .filter(TableRow.class::isInstance)
            .map(TableRow.class::cast)
            .collect(
                Collectors.groupingBy(TableRow::table, LinkedHashMap::new, Collectors.toList()));
    Map<Integer, Map<Integer, Language>> columns = new HashMap<>();
    tables.forEach((table, rows) -> columns.put(table, columns(rows)));
    List<Block> one = new ArrayList<>();
    List<Block> other = new ArrayList<>();
    StringBuilder oneText = new StringBuilder(source.text());
    StringBuilder otherText = new StringBuilder(source.text());
    Language last = first;
    for (Block block : source.blocks()) {
      if (block instanceof TableRow row) {
        Map<Integer, Language> of = columns.getOrDefault(row.table(), Map.of());
        add(row, of, one, other);
        continue;
      }
      Halves halves = halves(block.text(), last);
      if (halves.isBoth()) {
        one.add(worded(block, halves.first()));
        other.add(worded(block, halves.second()));
        blank(oneText, one.get(one.size() - 1), block);
        blank(otherText, other.get(other.size() - 1), block);
      } else if (halves.first() != null) {
        one.add(block);
        blank(otherText, null, block);
        last = first;
      } else {
        other.add(block);
        blank(oneText, null, block);
        last = second;
      }
    }
    return new Parts(first, text(oneText, one), second, text(otherText, other));
  }

  private SourceText text(StringBuilder text, List<Block> blocks) {
    return new SourceText(
        source.fileName(),
        source.format(),
        text.toString(),
        blocks,
        source.date(),
        source.warnings());
  }

  /** Blanks the words of the other language, so that offsets behind them stay valid. */
  private static void blank(StringBuilder text, @Nullable Block kept, Block block) {
    for (int i = block.place().start(); i < block.place().end(); i++) {
      boolean inside = kept != null && i >= kept.place().start() && i < kept.place().end();
      if (!inside && !Character.isWhitespace(text.charAt(i))) {
        text.setCharAt(i, ' ');
      }
    }
  }

  private Block worded(Block block, @Nullable String words) {
    String kept = words == null ? "" : words;
    int at = Math.max(0, block.text().indexOf(kept));
    Span whole = new Span(block.place().start(), block.place().end());
    Span span = whole.part(source.text(), block.text(), at, at + kept.length());
    Place place = new Place(span.start(), span.end(), block.place().page());
    if (block instanceof Heading heading) {
      return new Heading(heading.level(), heading.number(), kept, place);
    }
    if (block instanceof ListItem item) {
      return new ListItem(item.level(), item.marker(), kept, place);
    }
    return new Paragraph(kept, block instanceof Paragraph p && p.bold(), place);
  }

  /** Assigns a text in one language to it; a text of unclear language follows the last one. */
  private Halves halves(String text, Language last) {
    Optional<Halves> parted = parted(text);
    if (parted.isPresent()) {
      return parted.get();
    }
    Language language = TextLanguage.of(text).filter(this::isOurs).orElse(last);
    return language == first ? new Halves(text, null) : new Halves(null, text);
  }

  /** Where the languages change in a text, if it is written in both. */
  private Optional<Halves> parted(String text) {
    for (Matcher divider = DIVIDER.matcher(text); divider.find(); ) {
      String head = text.substring(0, divider.start()).strip();
      String tail = text.substring(divider.end()).strip();
      Optional<Language> one = TextLanguage.of(head);
      Optional<Language> other = TextLanguage.of(tail);
      if (one.isPresent() && other.isPresent() && !one.equals(other)) {
        return ordered(one.get(), head, tail);
      }
    }
    String[] names = STROKE.split(text, -1);
    if (names.length == 2
        && text.length() <= LONGEST_NAME
        && names[0].chars().anyMatch(Character::isLetter)
        && names[1].chars().anyMatch(Character::isLetter)) {
      Language one = TextLanguage.of(names[0]).orElse(first);
      Language other = TextLanguage.of(names[1]).orElse(one == first ? second : first);
      return one == other ? Optional.empty() : ordered(one, names[0], names[1]);
    }
    return Optional.empty();
  }

  private Optional<Halves> ordered(Language one, String head, String tail) {
    if (!isOurs(one)) {
      return Optional.empty();
    }
    return Optional.of(one == first ? new Halves(head, tail) : new Halves(tail, head));
  }

  private boolean isOurs(Language language) {
    return language == first || language == second;
  }

  /** The columns of a table that are written in one of the languages, if both have their own. */
  private Map<Integer, Language> columns(List<TableRow> rows) {
    Map<Integer, Language> found = new HashMap<>();
    int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    for (int i = 0; i < width; i++) {
      int column = i;
      List<Language> cells =
          rows.stream()
              .filter(row -> !row.header() && column < row.cells().size())
              .flatMap(row -> TextLanguage.of(row.cells().get(column)).stream())
              .toList();
      for (Language language : List.of(first, second)) {
        long own = cells.stream().filter(language::equals).count();
        if (own > 1 && own >= cells.size() * MOST_CELLS) {
          found.put(column, language);
        }
      }
    }
    return found.containsValue(first) && found.containsValue(second) ? found : Map.of();
  }

  private void add(
      TableRow row, Map<Integer, Language> columns, List<Block> one, List<Block> other) {
    if (!columns.isEmpty()) {
      one.add(cells(row, columns, first));
      other.add(cells(row, columns, second));
      return;
    }
    List<Halves> halves =
        row.cells().stream().map(cell -> parted(cell).orElse(new Halves(cell, cell))).toList();
    boolean parted =
        row.cells().stream().anyMatch(cell -> parted(cell).isPresent()) || row.header();
    Optional<Language> language =
        parted ? Optional.empty() : TextLanguage.of(row.text()).filter(this::isOurs);
    if (language.isEmpty() || language.get() == first) {
      one.add(
          row(row, halves.stream().map(half -> half.first() == null ? "" : half.first()).toList()));
    }
    if (language.isEmpty() || language.get() == second) {
      other.add(
          row(
              row,
              halves.stream().map(half -> half.second() == null ? "" : half.second()).toList()));
    }
  }

  private static TableRow cells(TableRow row, Map<Integer, Language> columns, Language language) {
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < row.cells().size(); i++) {
      if (columns.getOrDefault(i, language) == language) {
        kept.add(row.cells().get(i));
      }
    }
    return row(row, kept);
  }

  private static TableRow row(TableRow row, List<String> cells) {
    return new TableRow(row.table(), row.row(), row.header(), cells, row.place());
  }
}
