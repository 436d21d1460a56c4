package eu.jalon.actionitem.evidence;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.FileName;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
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

  /** The folder of an object that is attached to an Outlook message. */
  private static final String NESTED = "__substg1.0_3701000D";

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
  void publicReports11_emailMessagesAreAccepted() throws IOException {
    assertThat(type("a.eml", bytes("From: a@example.org\r\nSubject: x\r\n\r\nText")))
        .isEqualTo("message/rfc822");
    assertThat(type("a.msg", compound("__properties_version1.0")))
        .isEqualTo("application/vnd.ms-outlook");
  }

  @Test
  void aFileThatOnlyHasTheExtensionOfAMessageIsRejected() throws IOException {
    refused("evidence.kind", "a.eml", bytes("Just a text: without a sender"));
    refused("evidence.kind", "a.eml", bytes("<html><script>1</script></html>"));
    refused("evidence.kind", "a.msg", compound("WordDocument"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"run.exe", "run.bat", "run.js", "run.vbs", "page.html", "x.zip", "x"})
  void b14_anEmailWithAProgramOrScriptIsRejected(String attached) throws IOException {
    refused("evidence.kind", "a.eml", email(attached, bytes("MZ")));
    refused("evidence.kind", "a.msg", outlook(attached, bytes("MZ")));
  }

  @Test
  void b14_anEmailWithAMacroDocumentIsRejected() throws IOException {
    byte[] macros = opc("word/vbaProject.bin", "x");

    for (String name : List.of("a.docx", "A.DOCX", "=?UTF-8?Q?a=2Edocx?=")) {
      refused("evidence.active", "a.eml", email(name, macros));
    }
    refused("evidence.active", "a.msg", outlook("a.docx", macros));
    refused("evidence.kind", "a.eml", email("a.docm", macros));
    refused("evidence.kind", "a.eml", email("a.pdf", macros));
  }

  @Test
  void b14_anEmailInAnEmailIsInspected() throws IOException {
    byte[] inner = email("run.exe", bytes("MZ"));

    refused("evidence.kind", "a.eml", email("inner.eml", inner));
    refused("evidence.kind", "a.msg", outlook("inner.eml", inner));
    refused("evidence.kind", "a.eml", email("inner.msg", outlook("run.exe", bytes("MZ"))));
    refused("evidence.kind", "a.msg", outlookInOutlook("run.exe", bytes("MZ")));
    refused("evidence.kind", "a.msg", embeddedObject());
    refused(
        "evidence.kind",
        "a.eml",
        bytes("From: a@example.org\r\nContent-Type: message/rfc822\r\n\r\n" + text(inner)));
  }

  @Test
  void emailsWithAcceptedFilesAreAccepted() throws IOException {
    byte[] document = opc("word/document.xml", "<w:p xmlns:w='urn:w'/>");
    byte[] calendar = bytes("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");

    assertThat(type("a.eml", email("a.docx", document))).isEqualTo("message/rfc822");
    assertThat(type("a.eml", email("réunion.ics", calendar))).isEqualTo("message/rfc822");
    assertThat(type("a.eml", email("inner.eml", email("a.docx", document))))
        .isEqualTo("message/rfc822");
    assertThat(type("a.msg", outlook("a.docx", document))).endsWith("outlook");
    assertThat(type("a.msg", outlookInOutlook("a.docx", document))).endsWith("outlook");
  }

  @Test
  void anEmailThatNestsWithoutEndOrIsDamagedIsRejected() throws IOException {
    byte[] nested = email("a.txt", bytes("x"));
    for (int i = 0; i < 10; i++) {
      nested = email("inner.eml", nested);
    }
    StringBuilder parts = new StringBuilder("From: a@example.org\r\n");
    for (int i = 0; i < 500; i++) {
      parts.append("Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n".formatted(i, i));
    }

    refused("evidence.archive", "a.eml", nested);
    refused("evidence.archive", "a.eml", bytes(parts.toString()));
    refused(
        "evidence.archive",
        "a.eml",
        bytes(text(email("a.txt", bytes("x"))).replace("base64", "x-unknown")));
    refused("evidence.archive", "a.eml", email("=?x-none?Q?a?=", bytes("x")));
  }

  /** A file that was cut or changed anywhere is accepted or refused with a sentence. */
  @Test
  void damagedMessagesNeverFail() throws IOException {
    Random random = new Random(20270301);
    byte[] document = opc("word/document.xml", "<d/>");
    for (byte[] message : List.of(outlook("a.docx", document), email("a.docx", document))) {
      for (int i = 0; i < 300; i++) {
        byte[] damaged = Arrays.copyOf(message, message.length - random.nextInt(2) * i);
        for (int n = 0; n < 1 + i / 10; n++) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
        }
        for (String name : List.of("a.msg", "a.eml")) {
          try {
            type(name, damaged);
          } catch (ValidationError refused) {
            assertThat(refused.key()).startsWith("evidence.");
          }
        }
      }
    }
  }

  private static byte[] email(String name, byte[] content) {
    return bytes(
        """
        From: a@example.org
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/html

        <p>Voir ci-joint.</p>
        --b
        Content-Type: application/octet-stream
        Content-Disposition: attachment; filename="%s"
        Content-Transfer-Encoding: base64

        %s
        --b--
        """
            .formatted(name, Base64.getMimeEncoder().encodeToString(content)));
  }

  private static byte[] outlook(String name, byte[] content) throws IOException {
    try (POIFSFileSystem file = new POIFSFileSystem()) {
      attach(file.getRoot(), name).createDocument("__substg1.0_37010102", stream(content));
      return written(file);
    }
  }

  /** An Outlook message with a message in it, to which the file is attached. */
  private static byte[] outlookInOutlook(String name, byte[] content) throws IOException {
    try (POIFSFileSystem file = new POIFSFileSystem()) {
      DirectoryEntry inner = attach(file.getRoot(), "inner").createDirectory(NESTED);
      attach(inner, name).createDocument("__substg1.0_37010102", stream(content));
      return written(file);
    }
  }

  private static DirectoryEntry attach(DirectoryEntry message, String name) throws IOException {
    message.createDocument("__properties_version1.0", stream(new byte[32]));
    DirectoryEntry attachment = message.createDirectory("__attach_version1.0_#00000000");
    attachment.createDocument("__properties_version1.0", stream(new byte[8]));
    attachment.createDocument("__substg1.0_3707001F", stream(name.getBytes(UTF_16LE)));
    return attachment;
  }

  /** An object of another program in an Outlook message. */
  private static byte[] embeddedObject() throws IOException {
    try (POIFSFileSystem file = new POIFSFileSystem()) {
      attach(file.getRoot(), "object")
          .createDirectory(NESTED)
          .createDocument("WordDocument", stream(new byte[8]));
      return written(file);
    }
  }

  private static byte[] compound(String entry) throws IOException {
    try (POIFSFileSystem file = new POIFSFileSystem()) {
      file.getRoot().createDocument(entry, stream(new byte[64]));
      return written(file);
    }
  }

  private static byte[] written(POIFSFileSystem file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    file.writeFilesystem(bytes);
    return bytes.toByteArray();
  }

  private static ByteArrayInputStream stream(byte[] content) {
    return new ByteArrayInputStream(content);
  }

  private static String text(byte[] content) {
    return new String(content, UTF_8);
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
