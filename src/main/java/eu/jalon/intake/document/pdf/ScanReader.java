package eu.jalon.intake.document.pdf;

import eu.jalon.intake.document.DocumentFormat;
import eu.jalon.intake.document.DocumentReader;
import eu.jalon.intake.document.SourceText;
import eu.jalon.intake.document.plain.TextReader;
import eu.jalon.shared.ValidationError;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Reads pictures and PDF files without text, by Tesseract where it is installed. */
public final class ScanReader implements DocumentReader {

  private static final int MOST_PAGES = 60;
  private static final long MOST_PIXELS = 60_000_000;
  private static final double MOST_RENDERED = 12_000_000;
  private static final float DOTS_PER_INCH = 300;
  private static final Duration MOST_TIME = Duration.ofMinutes(4);
  private static final String FORMAT = "PDF";

  @Override
  public SourceText read(String fileName, byte[] content) {
    Tesseract tesseract = Tesseract.require();
    Deadline deadline = Deadline.in(MOST_TIME);
    var pages = new ArrayList<String>();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw ValidationError.invalid("document.unsupported");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        int count = reader.getNumImages(true);
        if (count > MOST_PAGES) {
          throw ValidationError.invalid("document.tooManyPages", count, MOST_PAGES);
        }
        for (int i = 0; i < count; i++) {
          refuseLarge(reader.getWidth(i), reader.getHeight(i));
          pages.add(tesseract.recognise(reader.read(i), deadline));
        }
      } finally {
        reader.dispose();
      }
    } catch (ValidationError refused) {
      throw refused;
    } catch (IOException | RuntimeException damaged) {
      ValidationError refusal = ValidationError.invalid("document.damaged", "image");
      refusal.initCause(damaged);
      throw refusal;
    }
    return text(fileName, pages);
  }

  /** Recognises the pages of a PDF without text. */
  static SourceText read(String fileName, PDDocument document) throws IOException {
    if (!hasPictures(document)) {
      throw ValidationError.invalid("declaration.empty");
    }
    Tesseract tesseract = Tesseract.require();
    if (document.getNumberOfPages() > MOST_PAGES) {
      throw ValidationError.invalid(
          "document.tooManyPages", document.getNumberOfPages(), MOST_PAGES);
    }
    Deadline deadline = Deadline.in(MOST_TIME);
    var renderer = new PDFRenderer(document);
    renderer.setSubsamplingAllowed(true);
    var pages = new ArrayList<String>();
    for (int page = 0; page < document.getNumberOfPages(); page++) {
      deadline.check();
      BufferedImage image =
          renderer.renderImageWithDPI(page, dots(document.getPage(page)), ImageType.GRAY);
      pages.add(tesseract.recognise(image, deadline));
    }
    return text(fileName, pages);
  }

  private static SourceText text(String fileName, List<String> pages) {
    String text = String.join("\f", pages);
    if (text.isBlank()) {
      throw ValidationError.invalid("document.scanFailed");
    }
    return TextReader.of(fileName, DocumentFormat.SCAN, text, List.of("document.recognised"));
  }

  private static float dots(PDPage page) {
    double inches =
        (double) page.getCropBox().getWidth() * page.getCropBox().getHeight() / (72 * 72);
    double most = Math.sqrt(MOST_RENDERED / Math.max(0.01, inches));
    return (float) Math.max(1, Math.min(DOTS_PER_INCH, most));
  }

  private static boolean hasPictures(PDDocument document) throws IOException {
    boolean found = false;
    for (PDPage page : document.getPages()) {
      PDResources resources = page.getResources();
      if (resources == null) {
        continue;
      }
      for (COSName name : resources.getXObjectNames()) {
        PDXObject object = resources.getXObject(name);
        if (object instanceof PDImageXObject image) {
          refuseLarge(image.getWidth(), image.getHeight());
        }
        found |= object != null;
      }
    }
    return found;
  }

  private static void refuseLarge(long width, long height) {
    if (width <= 0 || height <= 0) {
      throw ValidationError.invalid("document.damaged", FORMAT);
    }
    if (width * height > MOST_PIXELS) {
      throw ValidationError.invalid("document.unsafe");
    }
  }
}
