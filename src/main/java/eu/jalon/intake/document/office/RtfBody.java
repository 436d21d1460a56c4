package eu.jalon.intake.document.office;

import eu.jalon.intake.document.CleanText;
import eu.jalon.intake.document.FurnitureKind;
import eu.jalon.intake.document.block.FlowParagraph;
import eu.jalon.intake.document.block.FlowWriter;
import eu.jalon.intake.document.marker.Numbering;
import eu.jalon.shared.ValidationError;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows the groups of Rich Text Format and writes its paragraphs and tables. */
final class RtfBody implements RtfTokens.Sink {

  /** What the text of a group is for. */
  private enum Target {
    BODY,
    NOTE,
    MARKER,
    HEADER,
    FOOTER,
    FONTS,
    STYLES,
    CREATED,
    NOTHING
  }

  private static final int DEEPEST = 500;
  private static final int NO_OUTLINE = 9;
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Charset SYMBOL = StandardCharsets.ISO_8859_1;
  private static final Set<String> SKIPPED =
      Set.of(
          "colortbl",
          "info",
          "pict",
          "object",
          "objdata",
          "fldinst",
          "listtable",
          "listoverridetable",
          "rsidtbl",
          "generator",
          "themedata",
          "colorschememapping",
          "latentstyles",
          "datastore",
          "xmlnstbl",
          "annotation",
          "atnid",
          "atnauthor",
          "atrfstart",
          "atrfend",
          "xe",
          "tc",
          "tcn",
          "filetbl",
          "revtbl",
          "nonesttables",
          "bkmkstart",
          "bkmkend",
          "pntxta",
          "pntxtb",
          "nonshppict",
          "ftnsep",
          "ftnsepc",
          "aftnsep",
          "aftnsepc",
          "stylerestrictions",
          "docvar",
          "userprops",
          "pnseclvl");
  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("emdash", "—"),
          Map.entry("endash", "–"),
          Map.entry("lquote", "‘"),
          Map.entry("rquote", "’"),
          Map.entry("ldblquote", "“"),
          Map.entry("rdblquote", "”"),
          Map.entry("bullet", "•"),
          Map.entry("~", "\u00A0"),
          Map.entry("_", "-"),
          Map.entry("enspace", " "),
          Map.entry("emspace", " "),
          Map.entry("tab", "\t"),
          Map.entry("line", "\n"),
          Map.entry("{", "{"),
          Map.entry("}", "}"),
          Map.entry("\\", "\\"));

  /** The state that a group inherits and restores. */
  private static final class Group {
    private Target target = Target.BODY;
    private boolean bold;
    private boolean hidden;
    private boolean deleted;
    private int font;
    private int skipAfterUnicode = 1;
    private boolean starred;

    Group inherited() {
      var group = new Group();
      group.target = target;
      group.bold = bold;
      group.hidden = hidden;
      group.deleted = deleted;
      group.font = font;
      group.skipAfterUnicode = skipAfterUnicode;
      return group;
    }
  }

  private final FlowWriter writer;
  private final Deque<Group> groups = new ArrayDeque<>();
  private Group group = new Group();
  private boolean complete;
  private int toSkip;

  private Charset charset = WINDOWS;
  private final Map<Integer, Charset> fonts = new HashMap<>();
  private final Map<Integer, Integer> styleOutlines = new HashMap<>();
  private int styleOpen;
  private int defaultFont;

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder marker = new StringBuilder();
  private final StringBuilder note = new StringBuilder();
  private final StringBuilder margin = new StringBuilder();
  private final StringBuilder name = new StringBuilder();
  private final List<String> notes = new ArrayList<>();
  private final Set<String> margins = new HashSet<>();
  private int noteCount;
  private int characters;
  private int boldCharacters;

  private int level;
  private int style;
  private int outline = NO_OUTLINE;
  private boolean inTable;
  private boolean tableOpen;
  private boolean rowOpen;
  private boolean cellOpen;
  private boolean headerRow;
  private final List<Boolean> mergedCells = new ArrayList<>();
  private boolean mergedNext;
  private int cell;

  private int year;
  private int month;
  private int day;

  RtfBody(FlowWriter writer) {
    this.writer = writer;
  }

  boolean isComplete() {
    return complete;
  }

  @Nullable LocalDate created() {
    try {
      return year == 0 ? null : LocalDate.of(year, month, day);
    } catch (DateTimeException noDate) {
      return null;
    }
  }

  @Override
  public void open() {
    if (groups.size() > DEEPEST) {
      throw ValidationError.invalid("document.unsafe");
    }
    groups.push(group);
    group = group.inherited();
    toSkip = 0;
  }

  @Override
  public void close() {
    toSkip = 0;
    if (groups.isEmpty()) {
      return;
    }
    Group outer = groups.pop();
    if (group.target != outer.target) {
      endTarget(group.target);
    }
    group = outer;
    if (groups.isEmpty()) {
      endParagraph();
      endTable();
      complete = true;
    }
  }

  private void endTarget(Target target) {
    switch (target) {
      case NOTE -> {
        String words = CleanText.line(note.toString());
        if (!words.isEmpty()) {
          notes.add(++noteCount + " " + words);
        }
        note.setLength(0);
      }
      case HEADER, FOOTER -> endMargin(target);
      default -> {
        // markers wait for their paragraph
      }
    }
  }

  private void endMargin(Target target) {
    String words = CleanText.line(margin.toString());
    if (!words.isEmpty() && margins.add(words)) {
      boolean header = target == Target.HEADER;
      writer.furniture(header ? FurnitureKind.PAGE_HEADER : FurnitureKind.PAGE_FOOTER, words);
    }
    margin.setLength(0);
  }

  @Override
  public void control(String word, int value, boolean hasValue) {
    if (toSkip > 0) {
      toSkip--;
      return;
    }
    if (word.equals("*")) {
      group.starred = true;
      return;
    }
    boolean starred = group.starred;
    group.starred = false;
    if (isDestination(word, starred)) {
      return;
    }
    if (group.target == Target.NOTHING) {
      return;
    }
    String sign = SIGNS.get(word);
    if (sign != null) {
      append(sign);
    } else if (!character(word, value, hasValue) && !paragraph(word, value, hasValue)) {
      table(word);
    }
  }

  private boolean isDestination(String word, boolean starred) {
    Target target =
        switch (word) {
          case "fonttbl" -> Target.FONTS;
          case "stylesheet" -> Target.STYLES;
          case "footnote" -> Target.NOTE;
          case "listtext", "pntext" -> Target.MARKER;
          case "header", "headerl", "headerr", "headerf" -> Target.HEADER;
          case "footer", "footerl", "footerr", "footerf" -> Target.FOOTER;
          case "creatim" -> Target.CREATED;
          case "shptxt", "fldrslt" -> group.target == Target.NOTHING ? Target.BODY : group.target;
          default -> null;
        };
    boolean known =
        word.equals("shpinst") || word.equals("shppict") || word.equals("cs") || word.equals("ts");
    if (target == null && (SKIPPED.contains(word) || (starred && !known))) {
      target = Target.NOTHING;
    }
    if (word.equals("creatim")
        || word.equals("shptxt")
        || (target != null && group.target != Target.NOTHING)) {
      if (target == Target.MARKER) {
        marker.setLength(0);
      }
      group.target = target == null ? group.target : target;
      return true;
    }
    return false;
  }

  private boolean character(String word, int value, boolean hasValue) {
    switch (word) {
      case "b" -> group.bold = !hasValue || value != 0;
      case "v" -> group.hidden = !hasValue || value != 0;
      case "deleted" -> group.deleted = !hasValue || value != 0;
      case "plain" -> {
        group.bold = false;
        group.hidden = false;
        group.deleted = false;
        group.font = defaultFont;
      }
      case "f" -> group.font = value;
      case "deff" -> {
        defaultFont = value;
        group.font = value;
      }
      case "fcharset" -> font(value);
      case "ansicpg" -> charset = charset("windows-" + value, "IBM" + value);
      case "mac" -> charset = charset("x-MacRoman", "US-ASCII");
      case "pc" -> charset = charset("IBM437", "US-ASCII");
      case "pca" -> charset = charset("IBM850", "US-ASCII");
      case "uc" -> group.skipAfterUnicode = Math.max(0, Math.min(8, value));
      case "u" -> {
        append(String.valueOf((char) value));
        toSkip = group.skipAfterUnicode;
      }
      case "yr" -> year = group.target == Target.CREATED ? value : year;
      case "mo" -> month = group.target == Target.CREATED ? value : month;
      case "dy" -> day = group.target == Target.CREATED ? value : day;
      default -> {
        return false;
      }
    }
    return true;
  }

  private void font(int code) {
    if (group.target == Target.FONTS) {
      Charset own =
          switch (code) {
            case 2 -> SYMBOL;
            case 77 -> charset("x-MacRoman", "windows-1252");
            case 161 -> charset("windows-1253", "windows-1252");
            case 162 -> charset("windows-1254", "windows-1252");
            case 204 -> charset("windows-1251", "windows-1252");
            case 238 -> charset("windows-1250", "windows-1252");
            default -> null;
          };
      if (own != null) {
        fonts.put(group.font, own);
      }
    }
  }

  private static Charset charset(String name, String otherwise) {
    try {
      return Charset.isSupported(name)
          ? Charset.forName(name)
          : Charset.isSupported(otherwise) ? Charset.forName(otherwise) : WINDOWS;
    } catch (IllegalArgumentException noName) {
      return WINDOWS;
    }
  }

  private boolean paragraph(String word, int value, boolean hasValue) {
    switch (word) {
      case "par", "sect", "page" -> endLine();
      case "pard" -> {
        level = 0;
        style = 0;
        outline = NO_OUTLINE;
        inTable = false;
        if (group.target == Target.BODY) {
          marker.setLength(0);
        }
      }
      case "s" -> {
        style = value;
        styleOpen = value;
      }
      case "outlinelevel" -> {
        if (group.target == Target.STYLES) {
          styleOutlines.put(styleOpen, value);
        } else {
          outline = value;
        }
      }
      case "ilvl" -> level = Math.max(0, Math.min(8, value));
      case "intbl" -> inTable = !hasValue || value != 0;
      default -> {
        return false;
      }
    }
    return true;
  }

  private void table(String word) {
    if (group.target != Target.BODY) {
      return;
    }
    switch (word) {
      case "trowd" -> {
        mergedCells.clear();
        mergedNext = false;
        headerRow = false;
      }
      case "trhdr" -> headerRow = true;
      case "clvmrg" -> mergedNext = true;
      case "cellx" -> {
        mergedCells.add(mergedNext);
        mergedNext = false;
      }
      case "cell" -> {
        inTable = true;
        endParagraph();
        openCell();
        cellOpen = false;
        cell++;
      }
      case "nestcell", "nestrow" -> endParagraph();
      case "row" -> {
        rowOpen = false;
        cellOpen = false;
        cell = 0;
      }
      default -> {
        // other formatting
      }
    }
  }

  @Override
  public void character(int code) {
    if (toSkip > 0) {
      toSkip--;
      return;
    }
    group.starred = false;
    Charset own = fonts.getOrDefault(group.font, charset);
    if (own.equals(SYMBOL) && code > 0x20) {
      append(String.valueOf((char) (0xF000 + code)));
    } else {
      append(code < 0x80 ? String.valueOf((char) code) : new String(new byte[] {(byte) code}, own));
    }
  }

  private void append(String piece) {
    if (group.hidden || group.deleted) {
      return;
    }
    switch (group.target) {
      case BODY -> {
        text.append(piece);
        boolean visible = !piece.isBlank();
        characters += visible ? 1 : 0;
        boldCharacters += visible && group.bold ? 1 : 0;
      }
      case NOTE -> note.append(piece);
      case MARKER -> marker.append(piece);
      case HEADER, FOOTER -> margin.append(piece);
      case STYLES -> styleName(piece);
      default -> {
        // fonts and dates are recognised by their control words
      }
    }
  }

  /** Some programs name the style of a heading without its outline level. */
  private void styleName(String piece) {
    if (!piece.equals(";")) {
      name.append(piece);
      return;
    }
    String lower = name.toString().strip().toLowerCase(Locale.ROOT);
    name.setLength(0);
    if (lower.matches("(?:heading|titre|kop) [1-9]")) {
      styleOutlines.putIfAbsent(styleOpen, lower.charAt(lower.length() - 1) - '1');
    }
  }

  private void endLine() {
    switch (group.target) {
      case BODY -> endParagraph();
      case NOTE -> note.append(' ');
      case HEADER, FOOTER -> endMargin(group.target);
      default -> {
        // no paragraphs here
      }
    }
  }

  private void endParagraph() {
    if (!inTable) {
      endTable();
    }
    boolean blank = text.toString().isBlank();
    if (!blank) {
      if (inTable) {
        openCell();
      }
      writer.paragraph(finished());
    }
    text.setLength(0);
    marker.setLength(0);
    characters = 0;
    boldCharacters = 0;
    if (!blank) {
      notes.clear();
    }
  }

  private FlowParagraph finished() {
    int depth = outline < NO_OUTLINE ? outline : styleOutlines.getOrDefault(style, NO_OUTLINE);
    int heading = depth >= 0 && depth < NO_OUTLINE ? depth + 1 : 0;
    String shown = CleanText.line(marker.toString());
    boolean symbol = shown.length() == 1 && !Character.isLetterOrDigit(shown.charAt(0));
    String written = symbol ? Numbering.bullet(shown) : shown;
    boolean bold = characters > 0 && boldCharacters == characters;
    int list = heading > 0 || written.isEmpty() ? 0 : level + 1;
    return new FlowParagraph(text.toString(), heading, list, written, bold, notes);
  }

  private void openCell() {
    if (cellOpen) {
      return;
    }
    if (!tableOpen) {
      writer.startTable();
      tableOpen = true;
    }
    if (!rowOpen) {
      writer.startRow();
      rowOpen = true;
      cell = 0;
      if (headerRow) {
        writer.markHeader();
      }
    }
    if (cell < mergedCells.size() && mergedCells.get(cell)) {
      writer.continueCellAbove();
    } else {
      writer.startCell();
    }
    cellOpen = true;
  }

  private void endTable() {
    if (tableOpen) {
      writer.endTable();
      tableOpen = false;
      rowOpen = false;
      cellOpen = false;
    }
  }
}
