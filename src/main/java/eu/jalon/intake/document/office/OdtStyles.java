package eu.jalon.intake.document.office;

import static eu.jalon.intake.document.office.XmlEvents.attribute;
import static eu.jalon.intake.document.office.XmlEvents.number;

import eu.jalon.intake.document.marker.Numbering;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The paragraph and list styles of an OpenDocument text. */
final class OdtStyles {

  private static final int LEVELS = 10;
  private static final int MOST_ANCESTORS = 20;

  /** A level of a list style. */
  static final class Level {
    private String bullet = "";
    private String format = "";
    private String prefix = "";
    private String suffix = "";
    private int start = 1;
    private int shown = 1;
  }

  private static final class Style {
    private String parent = "";
    private @Nullable Boolean bold;
    private boolean hidden;
  }

  private final Map<String, Style> styles = new HashMap<>();
  private final Map<String, Level[]> lists = new HashMap<>();
  private final Level[] outline = new Level[LEVELS];

  /**
   * Adds the styles of a part: the file of common styles, then the automatic ones of the content.
   */
  void add(byte[] xml) {
    XmlEvents.read(xml, "ODT", new Handler());
  }

  private final class Handler extends TagHandler {

    private Style style = new Style();
    private Level[] list = new Level[LEVELS];
    private boolean inStyle;

    @Override
    public void start(String name, XMLStreamReader tag) {
      switch (name) {
        case "style" -> {
          style = new Style();
          inStyle = true;
          style.parent = attribute(tag, "parent-style-name");
          styles.put(attribute(tag, "name"), style);
        }
        case "text-properties" -> textProperties(tag);
        case "list-style" -> {
          list = new Level[LEVELS];
          lists.put(attribute(tag, "name"), list);
        }
        case "outline-style" -> list = outline;
        case "list-level-style-bullet",
            "list-level-style-number",
            "outline-level-style",
            "list-level-style-image" ->
            level(tag);
        default -> {
          // other formatting
        }
      }
    }

    private void textProperties(XMLStreamReader tag) {
      if (!inStyle) {
        return;
      }
      String weight = attribute(tag, "font-weight");
      if (!weight.isEmpty()) {
        style.bold = weight.equals("bold") || weight.matches("[6-9]00");
      }
      style.hidden = attribute(tag, "display").equals("none");
    }

    private void level(XMLStreamReader tag) {
      int depth = number(tag, "level", 1) - 1;
      if (depth < 0 || depth >= LEVELS) {
        return;
      }
      var level = new Level();
      level.bullet = attribute(tag, "bullet-char");
      level.format = attribute(tag, "num-format");
      level.prefix = attribute(tag, "num-prefix");
      level.suffix = attribute(tag, "num-suffix");
      level.start = number(tag, "start-value", 1);
      level.shown = Math.max(1, Math.min(LEVELS, number(tag, "display-levels", 1)));
      if (tag.getLocalName().equals("list-level-style-image")) {
        level.bullet = "•";
      }
      list[depth] = level;
    }

    @Override
    public void end(String name) {
      if (name.equals("style")) {
        inStyle = false;
      }
    }
  }

  boolean bold(String name) {
    Style style = styles.get(name);
    for (int i = 0; style != null && i < MOST_ANCESTORS; i++) {
      if (style.bold != null) {
        return style.bold;
      }
      style = styles.get(style.parent);
    }
    return false;
  }

  boolean hidden(String name) {
    Style style = styles.get(name);
    return style != null && style.hidden;
  }

  int start(String list, int depth) {
    Level level = level(lists.get(list), depth);
    return level == null ? 1 : level.start;
  }

  /** Returns the marker of an item, from the counts of its own and the outer levels. */
  String marker(String list, int depth, int[] counts) {
    Level[] levels = lists.get(list);
    return levels == null ? "•" : marker(levels, depth, counts);
  }

  /** Returns the number of a heading, or empty where headings are not numbered. */
  String headingNumber(int depth, int[] counts) {
    Level level = level(outline, depth);
    return level == null || level.format.isEmpty() ? "" : marker(outline, depth, counts);
  }

  private static String marker(Level[] levels, int depth, int[] counts) {
    Level level = level(levels, depth);
    if (level == null) {
      return "•";
    }
    if (!level.bullet.isEmpty()) {
      return Numbering.bullet(level.bullet);
    }
    if (level.format.isEmpty()) {
      return (level.prefix + level.suffix).strip();
    }
    var text = new StringBuilder(level.prefix);
    for (int at = Math.max(0, depth - level.shown + 1); at <= depth; at++) {
      Level shown = level(levels, at);
      String format = shown == null || shown.format.isEmpty() ? "1" : shown.format;
      text.append(at > Math.max(0, depth - level.shown + 1) ? "." : "");
      text.append(written(at == depth ? level.format : format, counts[at]));
    }
    return text.append(level.suffix).toString().strip();
  }

  private static String written(String format, int count) {
    return switch (format) {
      case "a" -> Numbering.letter(count, false);
      case "A" -> Numbering.letter(count, true);
      case "i" -> Numbering.roman(count, false);
      case "I" -> Numbering.roman(count, true);
      default -> String.valueOf(count);
    };
  }

  private static @Nullable Level level(Level @Nullable [] levels, int depth) {
    return levels == null || depth < 0 || depth >= LEVELS ? null : levels[depth];
  }
}
