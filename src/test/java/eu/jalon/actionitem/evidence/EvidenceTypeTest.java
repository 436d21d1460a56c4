package eu.jalon.actionitem.evidence;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.FileName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceTypeTest {

  private static final String TYPES =
      "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>%s</Types>";
  private static final String RELATION =
      "<Relationships><Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/"
          + "2006/relationships/%s' Target='%s' TargetMode='External'/></Relationships>";
  private static final String RUN = "<w:r xmlns:w='urn:w'>%s</w:r>";

  @Test
  void documentsOfAllAcceptedTypesAreAccepted() throws IOException {
    assertThat(type("a.docx", opc("word/document.xml", "<w:p xmlns:w='urn:w'/>")))
        .endsWith("wordprocessingml.document");
    assertThat(type("a.xlsx", opc("xl/workbook.xml", "<workbook/>"))).endsWith("sheet");
    assertThat(type("a.pptx", opc("ppt/presentation.xml", "<p/>"))).endsWith("presentation");
    assertThat(type("a.odt", odf("styles.xml", "<style/>"))).endsWith("opendocument.text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "word/vbaProject.bin",
        "word/VBAPROJECT.BIN",
        "xl/macrosheets/sheet1.xml",
        "XL/MacroSheets/sheet1.xml",
        "xl/intlMacrosheets/sheet1.xml"
      })
  void b14_macrosAreDetectedByTheirEntryNames(String part) throws IOException {
    refused("evidence.active", "a.docx", opc(part, "<x/>"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic/Standard/Module1.xml", "basic/x.xml", "Scripts/python/x.py"})
  void b14_macrosOfOpenDocumentsAreDetectedByTheirFolders(String part) throws IOException {
    refused("evidence.active", "a.odt", odf(part, "<x/>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/vnd.ms-office.vbaProject",
        "application/vnd.ms-office.VBAProject",
        "application/vnd.ms-office.vba&#x50;roject",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-excel.macrosheet+xml",
        "application/vnd.ms-office.activeX+xml"
      })
  void b14_renamedMacrosAreDetectedByTheirContentType(String type) throws IOException {
    String types = TYPES.formatted("<Override PartName='/word/p.bin' ContentType='" + type + "'/>");

    for (byte[] encoded : new byte[][] {types.getBytes(UTF_8), types.getBytes(UTF_16)}) {
      Map<String, byte[]> parts = new LinkedHashMap<>();
      parts.put("[Content_Types].xml", encoded);
      parts.put("word/document.xml", bytes("<d/>"));
      parts.put("word/p.bin", bytes("x"));

      refused("evidence.active", "a.docx", zip(parts));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "attachedTemplate, https://evil.example.org/t.dotm",
    "attachedTemplate, file:////server.example.org/share/t.dotm",
    "attachedTemplate, file://server.example.org/share/t.dotm",
    "attachedTemplate, \\\\server.example.org\\share\\t.dotm",
    "oleObject, mhtml:https://evil.example.org/x!x-usc:https://evil.example.org/x",
    "image, http://evil.example.org/pixel.png",
    "frame, ftp://evil.example.org/f.docx"
  })
  void b14_documentsThatLoadExternalContentAreRejected(String type, String target)
      throws IOException {
    refused(
        "evidence.active",
        "a.docx",
        opc("word/_rels/settings.xml.rels", RELATION.formatted(type, target)));
  }

  @ParameterizedTest
  @CsvSource({
    "hyperlink, https://www.example.org/",
    "hyperlink, mailto:coord@example.org",
    "attachedTemplate, file:///C:\\Users\\x\\Note.dotx",
    "externalLinkPath, budget.xlsx"
  })
  void hyperlinksAndLocalReferencesAreAccepted(String type, String target) throws IOException {
    assertThat(
            type("a.docx", opc("word/_rels/settings.xml.rels", RELATION.formatted(type, target))))
        .endsWith("wordprocessingml.document");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<w:instrText>DDEAUTO c:\\\\x.exe</w:instrText>",
        "<w:fldChar/><w:instrText> D</w:instrText><w:instrText>DE x</w:instrText><w:fldChar/>",
        "<w:fldSimple w:instr='ddeauto x'/>",
        "<ddeLink ddeService='cmd'/>"
      })
  void b14_dynamicDataExchangeFieldsAreRejected(String field) throws IOException {
    refused("evidence.active", "a.docx", opc("word/header1.xml", RUN.formatted(field)));
  }

  @Test
  void ordinaryFieldsAreAccepted() throws IOException {
    String field = "<w:instrText>DATE \\@ \"dddd\"</w:instrText><w:t>DDE</w:t>";

    assertThat(type("a.docx", opc("word/header1.xml", RUN.formatted(field)))).endsWith("document");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<text:dde-connection-decl xmlns:text='urn:t'/>",
        "<d:image xmlns:d='urn:d' xmlns:xlink='http://www.w3.org/1999/xlink'"
            + " xlink:href='http://evil.example.org/x.png'/>",
        "<encryption-data/>"
      })
  void openDocumentsWithExternalOrEncryptedContentAreRejected(String element) throws IOException {
    refused("evidence.active", "a.odt", odf("styles.xml", element));
  }

  @Test
  void b14_anArchiveThatUnpacksToTooManyBytesIsRejected() throws IOException {
    byte[] bomb = opc("word/media/image.bmp", "0".repeat(140 * 1024 * 1024));

    assertThat(bomb.length).isLessThan(1024 * 1024);
    refused("evidence.archive", "a.docx", bomb);
  }

  @Test
  void aDamagedArchiveIsRejected() throws IOException {
    byte[] archive = opc("word/document.xml", "<not closed");

    refused("evidence.archive", "a.docx", archive);
  }

  @Test
  void emailMessagesAreAccepted() throws IOException {
    assertThat(type("a.eml", bytes("From: a@example.org\r\nSubject: x\r\n\r\nText")))
        .isEqualTo("message/rfc822");
    assertThat(type("a.msg", outlook("__properties_version1.0")))
        .isEqualTo("application/vnd.ms-outlook");
  }

  @Test
  void aFileThatOnlyHasTheExtensionOfAMessageIsRejected() throws IOException {
    refused("evidence.kind", "a.eml", bytes("Just a text: without a sender"));
    refused("evidence.kind", "a.eml", bytes("<html><script>1</script></html>"));
    refused("evidence.kind", "a.msg", outlook("WordDocument"));
  }

  private static byte[] outlook(String stream) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(
        new byte[] {
          (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
        });
    file.write(new byte[1016]);
    file.write(stream.getBytes(UTF_16LE));
    file.write(new byte[512]);
    return file.toByteArray();
  }

  private static String type(String name, byte[] content) {
    return EvidenceType.of(FileName.of(name), content);
  }

  private static void refused(String key, String name, byte[] content) {
    assertThatThrownBy(() -> type(name, content))
        .isInstanceOfSatisfying(ValidationError.class, why -> assertThat(why.key()).isEqualTo(key));
  }

  private static byte[] opc(String part, String content) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", bytes(TYPES.formatted("")));
    parts.put("word/settings.xml", bytes("<s/>"));
    parts.put(part, bytes(content));
    return zip(parts);
  }

  private static byte[] odf(String part, String content) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("mimetype", bytes("application/vnd.oasis.opendocument.text"));
    parts.put("content.xml", bytes("<c/>"));
    parts.put(part, bytes(content));
    return zip(parts);
  }

  private static byte[] zip(Map<String, byte[]> parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        archive.putNextEntry(new ZipEntry(part.getKey()));
        archive.write(part.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] bytes(String content) {
    return content.getBytes(UTF_8);
  }
}
