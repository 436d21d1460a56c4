package eu.jalon.report.render;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** The fonts of PDF files, all from the class path; fonts of the operating system are not used. */
final class ReportFontMapper implements FontMapper {

  private static final String SERIF = "Liberation Serif";
  private static final String SANS = "Liberation Sans";

  private final TrueTypeFont fallback;

  private ReportFontMapper() {
    fallback = parse("Sans-Regular");
  }

  /** A font of one document, read when the document first uses it. */
  private static final class DocumentFont extends PDFontSupplier {

    private final PDDocument document;
    private final String name;

    DocumentFont(PDDocument document, String name) {
      super(null);
      this.document = document;
      this.name = name;
    }

    @Override
    public PDFont supply() {
      try {
        return PDType0Font.load(document, parse(name), true);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }

  /** Prevents PDFBox from searching the operating system for fonts. */
  static void install() {
    FontMappers.set(new ReportFontMapper());
  }

  /** Adds the fonts to the renderer of a document, which embeds the used subsets. */
  static void addTo(PdfRendererBuilder builder, PDDocument document) {
    font(builder, SERIF, new DocumentFont(document, "Serif-Regular"), 400, FontStyle.NORMAL);
    font(builder, SERIF, new DocumentFont(document, "Serif-Bold"), 700, FontStyle.NORMAL);
    font(builder, SERIF, new DocumentFont(document, "Serif-Italic"), 400, FontStyle.ITALIC);
    font(builder, SANS, new DocumentFont(document, "Sans-Regular"), 400, FontStyle.NORMAL);
    font(builder, SANS, new DocumentFont(document, "Sans-Bold"), 700, FontStyle.NORMAL);
    font(builder, SANS, new DocumentFont(document, "Sans-Italic"), 400, FontStyle.ITALIC);
  }

  private static void font(
      PdfRendererBuilder builder, String family, DocumentFont font, int weight, FontStyle style) {
    builder.useFont(font, family, weight, style, true);
  }

  /**
   * Reads a font without its table of ligatures (GSUB), which our languages do not need: PDFBox
   * compiles regular expressions of it for each word, which took two thirds of the time of a
   * report.
   */
  private static TrueTypeFont parse(String name) {
    String path = "/liberation/Liberation" + name + ".ttf";
    try (InputStream file = ReportFontMapper.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalStateException("Missing font: " + path);
      }
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
      font.setEnableGsub(false);
      return font;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public FontMapping<TrueTypeFont> getTrueTypeFont(
      String name, @Nullable PDFontDescriptor descriptor) {
    return new FontMapping<>(fallback, false);
  }

  @Override
  public FontMapping<FontBoxFont> getFontBoxFont(
      String name, @Nullable PDFontDescriptor descriptor) {
    return new FontMapping<>(fallback, false);
  }

  @Override
  public @Nullable CIDFontMapping getCIDFont(
      String name, @Nullable PDFontDescriptor descriptor, @Nullable PDCIDSystemInfo characters) {
    return new CIDFontMapping(null, fallback, false);
  }
}
