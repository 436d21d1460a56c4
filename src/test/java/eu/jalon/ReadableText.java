package eu.jalon;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** The text of a file, whatever its format. */
public final class ReadableText {

  private ReadableText() {}

  /** The text of a PDF, an e-mail, an archive such as XLSX and ODT, or of anything in UTF-8. */
  public static String of(String mediaType, byte[] content) {
    try {
      if (mediaType.startsWith("application/pdf")) {
        try (PDDocument document = Loader.loadPDF(content)) {
          return new PDFTextStripper().getText(document);
        }
      }
      if (mediaType.startsWith("message/rfc822")) {
        return of(
            new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(content)));
      }
      boolean archive = content.length > 1 && content[0] == 'P' && content[1] == 'K';
      return archive ? entries(content) : new String(content, StandardCharsets.UTF_8);
    } catch (IOException | MessagingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  /** The subject and all parts of a message. */
  public static String of(Part part) throws IOException, MessagingException {
    StringBuilder text =
        new StringBuilder(part instanceof MimeMessage message ? message.getSubject() : "");
    if (part.getContent() instanceof MimeMultipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        text.append('\n').append(of(parts.getBodyPart(i)));
      }
    } else {
      text.append(new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
    return text.toString();
  }

  private static String entries(byte[] archive) throws IOException {
    Path file = Files.createTempFile("archive", ".zip");
    try {
      Files.write(file, archive);
      StringBuilder text = new StringBuilder();
      try (ZipFile zip = new ZipFile(file.toFile())) {
        for (ZipEntry entry : Collections.list(zip.entries())) {
          byte[] content = zip.getInputStream(entry).readAllBytes();
          text.append(new String(content, StandardCharsets.UTF_8)).append('\n');
        }
      }
      return text.toString();
    } finally {
      Files.delete(file);
    }
  }
}
