package eu.jalon.intake.reader;

import eu.jalon.intake.document.BoundedReading;
import eu.jalon.intake.document.DocumentFormat;
import eu.jalon.intake.document.DocumentReader;
import eu.jalon.intake.document.FileType;
import eu.jalon.intake.document.SourceText;
import eu.jalon.intake.document.office.DocReader;
import eu.jalon.intake.document.office.DocxReader;
import eu.jalon.intake.document.office.OdtReader;
import eu.jalon.intake.document.office.RtfReader;
import eu.jalon.intake.document.office.XlsxReader;
import eu.jalon.intake.document.pdf.PdfReader;
import eu.jalon.intake.document.pdf.ScanReader;
import eu.jalon.intake.document.plain.CsvReader;
import eu.jalon.intake.document.plain.HtmlReader;
import eu.jalon.intake.document.plain.MarkdownReader;
import eu.jalon.intake.document.plain.TextReader;
import eu.jalon.shared.ValidationError;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reads an uploaded file of any accepted format; the content decides the format. At most two files
 * are read at a time, each within a time limit.
 */
public final class DocumentReaders implements DocumentReader {

  /** The largest file read, in MiB. */
  public static final int MOST_MEBIBYTES = 20;

  private static final int MEBIBYTE = 1024 * 1024;
  private static final Duration MOST_TIME = Duration.ofSeconds(60);
  private static final Duration MOST_TIME_FOR_A_SCAN = Duration.ofMinutes(5);

  @Override
  public SourceText read(String fileName, byte[] content) {
    return read(fileName, content, null);
  }

  /**
   * Reads a file.
   *
   * @param encoding the encoding of a plain text, one of {@code TextEncoding.NAMES}, or null to
   *     recognise it
   * @throws ValidationError if the file cannot be read; {@code document.encoding} asks for the
   *     encoding
   */
  public SourceText read(String fileName, byte[] content, @Nullable String encoding) {
    if (content.length == 0) {
      throw ValidationError.invalid("declaration.empty");
    }
    if (content.length > MOST_MEBIBYTES * MEBIBYTE) {
      throw ValidationError.invalid("declaration.tooLarge", MOST_MEBIBYTES);
    }
    DocumentFormat format = FileType.of(fileName, content);
    DocumentReader reader = reader(format, encoding);
    boolean picture = format == DocumentFormat.PDF || format == DocumentFormat.SCAN;
    return BoundedReading.of(
        () -> reader.read(fileName, content), picture ? MOST_TIME_FOR_A_SCAN : MOST_TIME);
  }

  private static DocumentReader reader(DocumentFormat format, @Nullable String encoding) {
    return switch (format) {
      case DOCX -> new DocxReader();
      case XLSX -> new XlsxReader();
      case ODT -> new OdtReader();
      case PDF -> new PdfReader();
      case SCAN -> new ScanReader();
      case RTF -> new RtfReader();
      case DOC -> new DocReader();
      case HTML -> new HtmlReader(encoding);
      case MARKDOWN -> new MarkdownReader(encoding);
      case CSV -> new CsvReader(encoding);
      case TEXT -> new TextReader(encoding);
    };
  }
}
