package eu.jalon.report.render;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/** The fonts of PDF files, all from the class path; fonts of the operating system are not used. */
final class ReportFontMapper implements FontMapper {

  private static final String SERIF = "Liberation Serif";
  private static final String SANS = "Liberation Sans";

  private final TrueTypeFont fallback;

  private ReportFontMapper() {
    try (InputStream file = open("Sans-Regular")) {
      fallback = new TTFParser().parse(new RandomAccessReadBuffer(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Prevents PDFBox from searching the operating system for fonts. */
  static void install() {
    FontMappers.set(new ReportFontMapper());
  }

  /** Adds the fonts to a renderer, which embeds the used subsets. */
  static void addTo(PdfRendererBuilder builder) {
    font(builder, SERIF, "Serif-Regular", 400, FontStyle.NORMAL);
    font(builder, SERIF, "Serif-Bold", 700, FontStyle.NORMAL);
    font(builder, SERIF, "Serif-Italic", 400, FontStyle.ITALIC);
    font(builder, SANS, "Sans-Regular", 400, FontStyle.NORMAL);
    font(builder, SANS, "Sans-Bold", 700, FontStyle.NORMAL);
    font(builder, SANS, "Sans-Italic", 400, FontStyle.ITALIC);
  }

  private static void font(
      PdfRendererBuilder builder, String family, String file, int weight, FontStyle style) {
    builder.useFont(() -> open(file), family, weight, style, true);
  }

  private static InputStream open(String name) {
    String path = "/liberation/Liberation" + name + ".ttf";
    InputStream font = ReportFontMapper.class.getResourceAsStream(path);
    if (font == null) {
      throw new IllegalStateException("Missing font: " + path);
    }
    return font;
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
