package eu.jalon.intake.document.plain;

import eu.jalon.intake.document.CleanText;
import eu.jalon.intake.document.DocumentFormat;
import eu.jalon.intake.document.DocumentReader;
import eu.jalon.intake.document.FurnitureKind;
import eu.jalon.intake.document.PageFurniture;
import eu.jalon.intake.document.Place;
import eu.jalon.intake.document.SourceText;
import eu.jalon.intake.document.block.SourceTextBuilder;
import eu.jalon.intake.document.line.Element;
import eu.jalon.intake.document.line.LineShaper;
import eu.jalon.intake.document.line.TextColumns;
import eu.jalon.intake.document.line.TextLine;
import eu.jalon.intake.document.line.TextMargins;
import eu.jalon.shared.ValidationError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads plain text: typed, saved from a word processor, or recognised from a scan. */
public final class TextReader implements DocumentReader {

  private static final Pattern LINE_END = Pattern.compile("[\n\f]");
  private static final int TAB = 4;

  /** Lines shorter than this are not taken to be wrapped at the length of the longest. */
  private static final int NARROWEST = 60;

  private static final double PROPORTIONAL = 0.9;

  private final @Nullable String encoding;

  /** Reads text in an encoding, or recognises it where none is given. */
  public TextReader(@Nullable String encoding) {
    this.encoding = encoding;
  }

  @Override
  public SourceText read(String fileName, byte[] content) {
    return of(fileName, DocumentFormat.TEXT, TextEncoding.decode(content, encoding), List.of());
  }

  /** Reads text that is decoded already. */
  public static SourceText of(
      String fileName, DocumentFormat format, String decoded, List<String> warnings) {
    String text = TextColumns.unfold(CleanText.storable(decoded));
    if (text.isBlank()) {
      throw ValidationError.invalid("declaration.empty");
    }
    if (text.length() > SourceTextBuilder.MOST_CHARACTERS) {
      throw ValidationError.invalid("document.tooMuch");
    }
    List<TextLine> lines = lines(text);
    TextMargins margins = TextMargins.of(lines);
    var body = new ArrayList<TextLine>();
    boolean afterRule = false;
    for (int i = 0; i < lines.size(); i++) {
      if (margins.separators().contains(i)) {
        afterRule = true;
      } else if (!margins.kinds().containsKey(i)) {
        body.add(afterRule ? lines.get(i).setApart() : lines.get(i));
        afterRule = false;
      }
    }
    var elements = new ArrayList<Element>();
    for (Element element : LineShaper.shape(body)) {
      elements.add(withoutMarks(element, margins));
    }
    elements.addAll(furniture(lines, margins.kinds()));
    elements.sort(Comparator.comparingInt(element -> element.place().start()));
    return SourceTextBuilder.of(fileName, format, text, elements, null, warnings);
  }

  private static Element withoutMarks(Element element, TextMargins margins) {
    if (element instanceof Element.Loose loose) {
      return new Element.Loose(
          margins.withoutMarks(loose.text()),
          loose.marker(),
          loose.bold(),
          loose.apart(),
          loose.large(),
          loose.indent(),
          loose.lines(),
          loose.place());
    }
    return element;
  }

  private static List<Element> furniture(List<TextLine> lines, Map<Integer, FurnitureKind> kinds) {
    var elements = new ArrayList<Element>();
    kinds.forEach(
        (i, kind) -> {
          TextLine line = lines.get(i);
          var place = new Place(line.start(), line.end(), line.page());
          elements.add(
              new Element.Settled(new PageFurniture(kind, CleanText.line(line.raw()), place)));
        });
    return elements;
  }

  /** Splits a text into the lines that carry something; a form feed starts a page. */
  static List<TextLine> lines(String text) {
    double limit = limit(text);
    boolean paged = text.indexOf('\f') >= 0;
    var lines = new ArrayList<TextLine>();
    int page = paged ? 1 : 0;
    boolean apart = true;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? '\n' : text.charAt(i);
      if (c != '\n' && c != '\f') {
        continue;
      }
      String raw = text.substring(start, i);
      if (CleanText.line(raw).isEmpty()) {
        apart |= !raw.isEmpty() || c == '\n';
      } else {
        lines.add(line(raw, start, page, limit, apart));
        apart = false;
      }
      if (c == '\f') {
        page++;
        apart = false;
      }
      start = i + 1;
    }
    return lines;
  }

  /**
   * Where lines are wrapped. Lines of a proportional type have different numbers of characters, so
   * that in a text that is wrapped a line may be a little shorter than the longest.
   */
  private static double limit(String text) {
    var widths = new ArrayList<Integer>();
    int goOn = 0;
    String before = "";
    for (String line : LINE_END.split(text, -1)) {
      if (!line.isBlank()) {
        widths.add(width(line.stripTrailing()));
        goOn += !before.isBlank() && Character.isLowerCase(line.strip().codePointAt(0)) ? 1 : 0;
      }
      before = line;
    }
    widths.sort(null);
    int longest = widths.get((widths.size() - 1) * 95 / 100);
    boolean wrapped = goOn * 5 >= widths.size();
    return Math.max(NARROWEST, wrapped ? longest * PROPORTIONAL : widths.get(widths.size() - 1));
  }

  private static TextLine line(String raw, int start, int page, double limit, boolean apart) {
    int leading = raw.length() - raw.stripLeading().length();
    String stripped = raw.strip();
    int indent = width(raw.substring(0, leading));
    return new TextLine(
        stripped,
        start + leading,
        start + leading + stripped.length(),
        page,
        indent,
        indent + width(stripped),
        limit,
        1,
        apart,
        false,
        0);
  }

  private static int width(String raw) {
    int width = 0;
    for (int i = 0; i < raw.length(); i++) {
      width += raw.charAt(i) == '\t' ? TAB : 1;
    }
    return width;
  }
}
