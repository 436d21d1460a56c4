package eu.jalon.report.render;

import eu.jalon.report.document.ReportNote;
import eu.jalon.shared.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import org.springframework.stereotype.Component;

/**
 * Writes the report as an OpenDocument text (ISO/IEC 26300, ODF 1.3) for further editing, with real
 * headings, table header rows and named styles.
 */
@Component
public class ReportOdt {

  public static final String MEDIA_TYPE = "application/vnd.oasis.opendocument.text";

  private static final String MANIFEST =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" \
      manifest:version="1.3">
        <manifest:file-entry manifest:full-path="/" manifest:version="1.3" \
      manifest:media-type="application/vnd.oasis.opendocument.text"/>
        <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
        <manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
        <manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
      </manifest:manifest>
      """;

  private static final String LANGUAGE_STYLE =
      """
          <style:style style:name="Language_20_%s" style:display-name="Language %s" style:family="text">
            <style:text-properties fo:language="%s" fo:country="%s"/>
          </style:style>
      """;

  /** The report as an ODT file. */
  public byte[] write(ReportNote note) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream archive = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      mimetype(archive);
      entry(archive, "META-INF/manifest.xml", utf8(MANIFEST));
      entry(archive, "meta.xml", ReportOdtContent.meta(note));
      entry(archive, "styles.xml", utf8(styles(note)));
      entry(archive, "content.xml", ReportOdtContent.content(note));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    } catch (XMLStreamException malformed) {
      throw new IllegalStateException(malformed);
    }
    return bytes.toByteArray();
  }

  /**
   * The media type is the first entry and not compressed, so that the file type can be detected.
   */
  private static void mimetype(ZipOutputStream archive) throws IOException {
    byte[] type = MEDIA_TYPE.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(type);
    ZipEntry entry = new ZipEntry("mimetype");
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(type.length);
    entry.setCrc(sum.getValue());
    archive.putNextEntry(entry);
    archive.write(type);
    archive.closeEntry();
  }

  private static void entry(ZipOutputStream archive, String name, byte[] content)
      throws IOException {
    archive.putNextEntry(new ZipEntry(name));
    archive.write(content);
    archive.closeEntry();
  }

  private static String styles(ReportNote note) throws IOException {
    try (InputStream file = ReportOdt.class.getResourceAsStream("/report/styles.xml")) {
      if (file == null) {
        throw new IllegalStateException("Missing resource: /report/styles.xml");
      }
      Locale locale = Locale.forLanguageTag(note.lang());
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .replace("@language@", locale.getLanguage())
          .replace("@country@", locale.getCountry())
          .replace("@languages@", languages());
    }
  }

  /** A style for each language that a text of the report can be in. */
  private static String languages() {
    return Language.known().stream()
        .map(
            language -> {
              Locale locale = Locale.forLanguageTag(language.documentTag());
              return LANGUAGE_STYLE.formatted(
                  language.code(), language.code(), locale.getLanguage(), locale.getCountry());
            })
        .collect(Collectors.joining());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
