package eu.jalon.intake.document.office;

import static eu.jalon.intake.document.office.XmlEvents.attribute;
import static eu.jalon.intake.document.office.XmlEvents.number;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The paragraph and character styles of a Word document, as far as they say what a paragraph is.
 */
final class WordStyles {

  private static final int MOST_ANCESTORS = 20;

  /** One style; -1 where it sets no value itself. */
  private static final class Style {
    private String name = "";
    private String basedOn = "";
    private int outline = -1;
    private int numbering = -1;
    private int level = -1;
    private @Nullable Boolean bold;
  }

  private final Map<String, Style> styles = new HashMap<>();

  static WordStyles none() {
    return new WordStyles();
  }

  static WordStyles read(byte[] xml) {
    var styles = new WordStyles();
    XmlEvents.read(xml, "DOCX", styles.new Handler());
    return styles;
  }

  private final class Handler implements XmlEvents.Handler {

    private Style open = new Style();

    @Override
    public void start(String name, XMLStreamReader tag) {
      switch (name) {
        case "style" -> {
          open = new Style();
          styles.put(attribute(tag, "styleId"), open);
        }
        case "name" -> open.name = attribute(tag, "val").toLowerCase(Locale.ROOT);
        case "basedOn" -> open.basedOn = attribute(tag, "val");
        case "outlineLvl" -> open.outline = number(tag, "val", -1);
        case "numId" -> open.numbering = number(tag, "val", -1);
        case "ilvl" -> open.level = number(tag, "val", -1);
        case "b" -> open.bold = isOn(tag);
        default -> {
          // other formatting
        }
      }
    }

    @Override
    public void end(String name) {
      if (name.equals("style")) {
        open = new Style();
      }
    }

    @Override
    public void text(String characters) {
      // styles have no text
    }
  }

  static boolean isOn(XMLStreamReader tag) {
    String value = attribute(tag, "val");
    return !value.equals("0") && !value.equals("false") && !value.equals("off");
  }

  /** The depth of the heading that a style makes, or 0. */
  int heading(String id) {
    Style style = first(id, s -> s.outline >= 0 || isHeadingName(s.name));
    if (style == null) {
      return 0;
    }
    if (style.outline >= 0) {
      return style.outline < 9 ? style.outline + 1 : 0;
    }
    String digits = style.name.replaceAll("\\D", "");
    return digits.isEmpty() ? 1 : Math.max(1, Integer.parseInt(digits.substring(0, 1)));
  }

  private static boolean isHeadingName(String name) {
    return name.matches("(?:heading|titre|kop) [1-9]") || name.equals("title");
  }

  /** Tells whether a style is for the lines of a table of contents. */
  boolean isContents(String id) {
    return first(id, s -> s.name.matches("toc (?:heading|[1-9])")) != null;
  }

  int numbering(String id) {
    Style style = first(id, s -> s.numbering >= 0);
    return style == null ? -1 : style.numbering;
  }

  int level(String id) {
    Style style = first(id, s -> s.level >= 0);
    return style == null ? -1 : style.level;
  }

  boolean bold(String id) {
    Style style = first(id, s -> s.bold != null);
    return style != null && Boolean.TRUE.equals(style.bold);
  }

  /** The style itself or the nearest ancestor that has something to say. */
  private @Nullable Style first(String id, Predicate<Style> says) {
    Style style = styles.get(id);
    for (int i = 0; style != null && i < MOST_ANCESTORS; i++) {
      if (says.test(style)) {
        return style;
      }
      style = styles.get(style.basedOn);
    }
    return null;
  }
}
