package eu.jalon.intake.document.office;

import static eu.jalon.intake.document.office.XmlEvents.attribute;
import static eu.jalon.intake.document.office.XmlEvents.number;

import eu.jalon.intake.document.marker.Numbering;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The lists of a Word document: counts their items and writes the marker that Word shows. */
final class WordNumbering {

  private static final int LEVELS = 9;
  private static final int MOST_CHARACTERS = 40;

  private static final class Level {
    private int start = 1;
    private String format = "decimal";
    private String text = "";
    private String style = "";
  }

  private static final class Definition {
    private final Level[] levels = new Level[LEVELS];
    private String link = "";
    private final int[] counts = new int[LEVELS];
    private final boolean[] counted = new boolean[LEVELS];
  }

  private static final class Instance {
    private String definition = "";
    private final Map<Integer, Integer> starts = new HashMap<>();
    private final Map<Integer, Level> levels = new HashMap<>();
    private boolean started;
  }

  private final Map<String, Definition> definitions = new HashMap<>();
  private final Map<Integer, Instance> instances = new HashMap<>();

  static WordNumbering none() {
    return new WordNumbering();
  }

  static WordNumbering read(byte[] xml) {
    var numbering = new WordNumbering();
    XmlEvents.read(xml, "DOCX", numbering.new Handler());
    return numbering;
  }

  private final class Handler implements XmlEvents.Handler {

    private @Nullable Definition definition;
    private @Nullable Instance instance;
    private Level level = new Level();
    private int override;

    @Override
    public void start(String name, XMLStreamReader tag) {
      switch (name) {
        case "abstractNum" -> {
          definition = new Definition();
          definitions.put(attribute(tag, "abstractNumId"), definition);
        }
        case "num" -> {
          instance = new Instance();
          instances.put(number(tag, "numId", -1), instance);
        }
        case "abstractNumId" -> setDefinition(attribute(tag, "val"));
        case "numStyleLink" -> setLink(attribute(tag, "val"));
        case "lvlOverride" -> override = number(tag, "ilvl", 0);
        case "startOverride" -> setStart(number(tag, "val", 1));
        case "lvl" -> open(number(tag, "ilvl", 0));
        case "start" -> level.start = number(tag, "val", 1);
        case "numFmt" -> level.format = attribute(tag, "val");
        case "lvlText" -> level.text = attribute(tag, "val");
        case "pStyle" -> level.style = attribute(tag, "val");
        default -> {
          // formatting of the number
        }
      }
    }

    private void setDefinition(String id) {
      if (instance != null) {
        instance.definition = id;
      }
    }

    private void setLink(String style) {
      if (definition != null) {
        definition.link = style;
      }
    }

    private void setStart(int start) {
      if (instance != null) {
        instance.starts.put(override, start);
      }
    }

    private void open(int depth) {
      level = new Level();
      if (depth < 0 || depth >= LEVELS) {
        return;
      }
      if (instance != null) {
        instance.levels.put(depth, level);
      } else if (definition != null) {
        definition.levels[depth] = level;
      }
    }

    @Override
    public void end(String name) {
      if (name.equals("abstractNum")) {
        definition = null;
      } else if (name.equals("num")) {
        instance = null;
      } else if (name.equals("lvl")) {
        level = new Level();
      }
    }

    @Override
    public void text(String characters) {
      // numbering has no text
    }
  }

  /** Tells whether a list with this number exists; number 0 takes a paragraph out of its list. */
  boolean has(int numbering) {
    return numbering > 0 && instances.containsKey(numbering);
  }

  /** The level whose numbers belong to a style, or -1. */
  int levelOfStyle(int numbering, String style, WordStyles styles) {
    Instance instance = instances.get(numbering);
    Definition definition = instance == null ? null : definition(instance, styles);
    if (definition != null) {
      for (int i = 0; i < LEVELS; i++) {
        if (definition.levels[i] != null && definition.levels[i].style.equals(style)) {
          return i;
        }
      }
    }
    return -1;
  }

  /** Counts the next item and returns its marker, or empty where Word shows none. */
  String next(int numbering, int depth, WordStyles styles) {
    Instance instance = instances.get(numbering);
    if (instance == null || depth < 0 || depth >= LEVELS) {
      return "•";
    }
    Definition definition = definition(instance, styles);
    if (definition == null) {
      return "•";
    }
    if (!instance.started) {
      instance.started = true;
      instance.starts.forEach(
          (at, start) -> {
            if (at >= 0 && at < LEVELS) {
              definition.counts[at] = start - 1;
              definition.counted[at] = true;
            }
          });
    }
    count(instance, definition, depth);
    Level level = level(instance, definition, depth);
    if (level.format.equals("bullet")) {
      return Numbering.bullet(level.text);
    }
    if (level.format.equals("none")) {
      return "";
    }
    return written(instance, definition, level);
  }

  private void count(Instance instance, Definition definition, int depth) {
    for (int above = 0; above < depth; above++) {
      if (!definition.counted[above]) {
        definition.counts[above] = level(instance, definition, above).start;
        definition.counted[above] = true;
      }
    }
    int start = level(instance, definition, depth).start;
    definition.counts[depth] = definition.counted[depth] ? definition.counts[depth] + 1 : start;
    definition.counted[depth] = true;
    for (int below = depth + 1; below < LEVELS; below++) {
      definition.counted[below] = false;
    }
  }

  private static Level level(Instance instance, Definition definition, int depth) {
    Level own = instance.levels.get(depth);
    Level shared = definition.levels[depth];
    if (own != null && !own.text.isEmpty()) {
      return own;
    }
    return shared == null ? new Level() : shared;
  }

  private String written(Instance instance, Definition definition, Level level) {
    var text = new StringBuilder();
    for (int i = 0; i < level.text.length() && text.length() < MOST_CHARACTERS; i++) {
      char c = level.text.charAt(i);
      boolean place = c == '%' && i + 1 < level.text.length();
      int depth = place ? level.text.charAt(i + 1) - '1' : -1;
      if (depth < 0 || depth >= LEVELS) {
        text.append(c);
      } else {
        Level named = depth < LEVELS ? level(instance, definition, depth) : level;
        text.append(
            counted(named == level ? level.format : named.format, definition.counts[depth]));
        i++;
      }
    }
    return text.toString().strip();
  }

  private static String counted(String format, int count) {
    return switch (format) {
      case "lowerLetter" -> Numbering.letter(count, false);
      case "upperLetter" -> Numbering.letter(count, true);
      case "lowerRoman" -> Numbering.roman(count, false);
      case "upperRoman" -> Numbering.roman(count, true);
      case "decimalZero" -> count < 10 ? "0" + count : String.valueOf(count);
      default -> String.valueOf(count);
    };
  }

  private @Nullable Definition definition(Instance instance, WordStyles styles) {
    Definition definition = definitions.get(instance.definition);
    if (definition != null && !definition.link.isEmpty()) {
      Instance linked = instances.get(styles.numbering(definition.link));
      return linked == null ? definition : definitions.get(linked.definition);
    }
    return definition;
  }
}
