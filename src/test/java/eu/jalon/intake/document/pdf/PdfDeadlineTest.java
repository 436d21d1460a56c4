package eu.jalon.intake.document.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import eu.jalon.shared.ValidationError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A PDF that repeats itself without end is stopped. */
class PdfDeadlineTest {

  @Test
  void formsThatDrawEachOtherManyTimesAreStoppedAtTheDeadline() throws IOException {
    byte[] content = multiplyingForms();

    Throwable thrown =
        assertTimeout(
            Duration.ofSeconds(15),
            () ->
                catchThrowable(() -> new PdfReader(Duration.ofSeconds(1)).read("a.pdf", content)));

    assertThat(thrown)
        .isInstanceOfSatisfying(
            ValidationError.class,
            refusal -> assertThat(refusal.key()).isEqualTo("document.tooSlow"));
  }

  private static byte[] multiplyingForms() throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDFormXObject form = form(document, "n", null);
      for (int i = 0; i < 12; i++) {
        form = form(document, "/F Do ".repeat(20), form);
      }
      var page = new PDPage(PDRectangle.A4);
      page.setResources(resources(form));
      var stream = new PDStream(document);
      write(stream, "/F Do");
      page.setContents(stream);
      document.addPage(page);
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  private static PDFormXObject form(PDDocument document, String code, @Nullable PDFormXObject drawn)
      throws IOException {
    var stream = new PDStream(document);
    write(stream, code);
    var form = new PDFormXObject(stream);
    form.setBBox(PDRectangle.A4);
    form.setResources(drawn == null ? new PDResources() : resources(drawn));
    return form;
  }

  private static PDResources resources(PDFormXObject form) {
    var resources = new PDResources();
    resources.put(COSName.getPDFName("F"), form);
    return resources;
  }

  private static void write(PDStream stream, String code) throws IOException {
    try (OutputStream out = stream.createOutputStream()) {
      out.write(code.getBytes(StandardCharsets.US_ASCII));
    }
  }
}
