package eu.jalon.intake.document.pdf;

import eu.jalon.intake.document.block.SourceTextBuilder;
import eu.jalon.shared.ValidationError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Collects the characters and lines of a page with their positions, until a deadline. */
final class PageGlyphs extends PDFTextStripper {

  private static final int BOLD_WEIGHT = 600;
  private static final int CHECKED_EVERY = 500;

  private final Deadline deadline;
  private final List<Glyph> glyphs = new ArrayList<>();
  private final List<Integer> directions = new ArrayList<>();
  private Rulings rulings = new Rulings(PDRectangle.A4);
  private boolean upright;
  private int total;
  private int operators;

  PageGlyphs(Deadline deadline) {
    this.deadline = deadline;
  }

  /** Returns the characters of one page, counted from 1; text written across it is left out. */
  List<Glyph> of(PDDocument document, int page) throws IOException {
    glyphs.clear();
    directions.clear();
    PDPage read = document.getPage(page - 1);
    rulings = new Rulings(read.getCropBox());
    setStartPage(page);
    setEndPage(page);
    getText(document);
    Map<Integer, Long> counts =
        directions.stream().collect(Collectors.groupingBy(d -> d, Collectors.counting()));
    int main =
        counts.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(0);
    upright = main == 0 && read.getRotation() == 0;
    var kept = new ArrayList<Glyph>();
    for (int i = 0; i < glyphs.size(); i++) {
      if (directions.get(i) == main) {
        kept.add(glyphs.get(i));
      }
    }
    return kept;
  }

  /** The tables that lines draw on the page that was read last. */
  List<RuledTable> tables() {
    return upright ? RuledTable.of(rulings.joined()) : List.of();
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    if (++operators % CHECKED_EVERY == 0) {
      deadline.check();
    }
    rulings.operator(
        operator.getName(), operands, getGraphicsState().getCurrentTransformationMatrix());
    super.processOperator(operator, operands);
  }

  @Override
  protected void processTextPosition(TextPosition position) {
    String text = position.getUnicode();
    if (text == null || text.isBlank()) {
      return;
    }
    total += text.length();
    if (total > SourceTextBuilder.MOST_CHARACTERS) {
      throw ValidationError.invalid("document.tooMuch");
    }
    double x = position.getXDirAdj();
    double y = position.getYDirAdj();
    double size = Math.abs(position.getFontSizeInPt());
    double width = position.getWidthDirAdj();
    if (!Double.isFinite(x + y + size + width)
        || size < 0.5
        || size > 500
        || Math.abs(x) > 20_000
        || Math.abs(y) > 20_000) {
      return;
    }
    PDFont font = position.getFont();
    String shown = isSymbolFont(font) ? symbol(text, position) : text;
    glyphs.add(new Glyph(shown, x, x + Math.max(0, width), y, size, isBold(font)));
    directions.add((int) position.getDir());
  }

  private static String name(PDFont font) {
    return font == null || font.getName() == null ? "" : font.getName().toLowerCase(Locale.ROOT);
  }

  private static boolean isSymbolFont(PDFont font) {
    String name = name(font);
    return name.contains("wingdings") || name.contains("webdings") || name.contains("opensymbol");
  }

  /**
   * A symbol font without a character table provides only the code: in Unicode, U+F000 and more.
   */
  private static String symbol(String text, TextPosition position) {
    int[] codes = position.getCharacterCodes();
    boolean plain = text.length() == 1 && text.charAt(0) < 0x180;
    boolean code = codes != null && codes.length == 1 && codes[0] > 0x20 && codes[0] <= 0xFF;
    return plain && code ? String.valueOf((char) (0xF000 + codes[0])) : text;
  }

  private static boolean isBold(PDFont font) {
    String name = name(font);
    if (name.contains("bold")
        || name.contains("black")
        || name.contains("heavy")
        || name.contains("demi")) {
      return true;
    }
    try {
      PDFontDescriptor descriptor = font == null ? null : font.getFontDescriptor();
      return descriptor != null
          && (descriptor.getFontWeight() >= BOLD_WEIGHT || descriptor.isForceBold());
    } catch (UncheckedIOException unreadableFont) {
      return false;
    }
  }
}
