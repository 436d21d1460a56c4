package eu.jalon.report.render;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import eu.jalon.report.document.ReportNote;
import eu.jalon.shared.text.CompiledTemplates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/**
 * Writes the report as a tagged PDF (ISO 14289-1, PDF/UA) on A4, with the elements of the page.
 *
 * <p>The renderer may not load any external resource, from the network or from files.
 */
@Component
public class ReportPdf {

  public ReportPdf() {
    ReportFontMapper.install();
    XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
  }

  /** The report as a PDF file. */
  public byte[] write(ReportNote note) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.withHtmlContent(html(note), null);
    builder.usePdfUaAccessibility(true);
    builder.withProducer("Jalon");
    builder.useUnicodeLineBreaker(new ReportTextBreaker(note.language().locale()));
    builder.useUriResolver((base, uri) -> null);
    for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
      builder.useExternalResourceAccessControl((uri, type) -> false, when);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    builder.toStream(bytes);
    try (PDDocument document = new PDDocument()) {
      builder.usePDDocument(document);
      ReportFontMapper.addTo(builder, document);
      builder.run();
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    return bytes.toByteArray();
  }

  String html(ReportNote note) {
    return CompiledTemplates.render("report/render/note.jte", note);
  }
}
