package eu.jalon.intake.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import eu.jalon.intake.reader.DocumentReaders;
import eu.jalon.shared.ValidationError;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to harm end in a refusal, soon, and nothing they point to is fetched. */
class HostileFilesTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private static String refusal(String name, byte[] content) {
    Throwable thrown =
        assertTimeout(SOON, () -> catchThrowable(() -> new DocumentReaders().read(name, content)));
    assertThat(thrown).isInstanceOf(ValidationError.class);
    return ((ValidationError) thrown).key();
  }

  /** Reads or refuses; anything else fails. */
  private static void endsWell(String name, byte[] content) {
    Throwable thrown =
        assertTimeout(SOON, () -> catchThrowable(() -> new DocumentReaders().read(name, content)));
    if (thrown != null) {
      assertThat(thrown).isInstanceOf(ValidationError.class);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] withDoctype(String name, String part, String doctype, String entity) {
    String xml =
        new String(SampleFiles.unzip(SampleFiles.read(name)).get(part), StandardCharsets.UTF_8);
    String declared = xml.replaceFirst("(?s)\\?>", "?>" + doctype.replace("$", "\\$"));
    String used = declared.replaceFirst(">(Police|1\\. Police|Action)<", ">" + entity + "<");
    return SampleFiles.with(SampleFiles.read(name), part, utf8(used));
  }

  @ParameterizedTest
  @CsvSource({
    "gand.docx,word/document.xml",
    "gand.odt,content.xml",
    "actions.xlsx,xl/sharedStrings.xml"
  })
  void anExternalEntityIsRefusedAndNotFetched(String name, String part) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String doctype =
          "<!DOCTYPE x [<!ENTITY e SYSTEM \"http://127.0.0.1:" + server.getLocalPort() + "/e\">]>";

      assertThat(refusal(name, withDoctype(name, part, doctype, "&e;")))
          .isEqualTo("document.unsafe");
      assertNobodyCalled(server);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "gand.docx,word/document.xml",
    "gand.odt,content.xml",
    "actions.xlsx,xl/sharedStrings.xml"
  })
  void entitiesThatMultiplyAreRefused(String name, String part) {
    var doctype = new StringBuilder("<!DOCTYPE x [<!ENTITY e0 \"ha\">");
    for (int i = 1; i < 12; i++) {
      doctype
          .append("<!ENTITY e")
          .append(i)
          .append(" \"")
          .append(("&e" + (i - 1) + ";").repeat(10))
          .append("\">");
    }

    assertThat(refusal(name, withDoctype(name, part, doctype + "]>", "&e11;")))
        .isEqualTo("document.unsafe");
  }

  private static void assertNobodyCalled(ServerSocket server) throws IOException {
    server.setSoTimeout(50);
    assertThat(catchThrowable(server::accept)).isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void nothingThatAFilePointsToIsFetched() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + server.getLocalPort() + "/x";
      endsWell(
          "a.html",
          utf8(
              "<html><head><link rel=stylesheet href=\""
                  + url
                  + "\"><script src=\""
                  + url
                  + "\"></script></head>"
                  + "<body><img src=\""
                  + url
                  + "\"><iframe src=\""
                  + url
                  + "\"></iframe><p>Texte.</p></body></html>"));
      endsWell("a.md", utf8("# Titre\n\n![image](" + url + ")\n\nTexte.\n"));
      endsWell(
          "a.rtf",
          utf8(
              "{\\rtf1 {\\field{\\*\\fldinst INCLUDEPICTURE \""
                  + url
                  + "\"}{\\fldrslt x}} Texte.\\par}"));
      endsWell(
          "a.docx",
          SampleFiles.insert(
              SampleFiles.read("gand.docx"),
              "word/_rels/document.xml.rels",
              "</Relationships>",
              "<Relationship Id=\"rId99\" TargetMode=\"External\" Target=\""
                  + url
                  + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\"/>"));
      endsWell(
          "a.odt",
          SampleFiles.insert(
              SampleFiles.read("gand.odt"),
              "content.xml",
              "</office:text>",
              "<text:section text:name=\"s\"><text:section-source xmlns:xlink=\"http://www.w3.org/1999/xlink\""
                  + " xlink:href=\""
                  + url
                  + "\"/></text:section>"));
      assertNobodyCalled(server);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "gand.docx,word/document.xml",
    "gand.odt,content.xml",
    "actions.xlsx,xl/worksheets/sheet1.xml"
  })
  void anArchiveThatGrowsBeyondMeasureIsRefused(String name, String part) {
    byte[] large = new byte[80 * 1024 * 1024];
    Arrays.fill(large, (byte) ' ');

    assertThat(refusal(name, SampleFiles.with(SampleFiles.read(name), part, large)))
        .isEqualTo("document.unsafe");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../evil.txt", "/etc/evil", "C:/evil", "a/..\\..\\evil"})
  void anArchiveWithEntriesThatLeaveItIsRefused(String entry) {
    assertThat(refusal("a.docx", SampleFiles.with(SampleFiles.read("gand.docx"), entry, utf8("x"))))
        .isEqualTo("document.unsafe");
  }

  @Test
  void encryptedFilesAreRefusedAsSuch() throws IOException {
    assertThat(refusal("a.pdf", encryptedPdf())).isEqualTo("document.encrypted");
    assertThat(refusal("a.docx", container("EncryptedPackage"))).isEqualTo("document.encrypted");
    assertThat(
            refusal(
                "a.odt",
                SampleFiles.insert(
                    SampleFiles.read("gand.odt"),
                    "META-INF/manifest.xml",
                    "</manifest:manifest>",
                    "<manifest:encryption-data/>")))
        .isEqualTo("document.encrypted");
  }

  private static byte[] encryptedPdf() throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      return saved(document);
    }
  }

  private static byte[] container(String entry) throws IOException {
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      files.createDocument(new ByteArrayInputStream(new byte[5000]), entry);
      var out = new ByteArrayOutputStream();
      files.writeFilesystem(out);
      return out.toByteArray();
    }
  }

  private static byte[] saved(PDDocument document) throws IOException {
    var out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  @Test
  void otherFormatsAreRefusedByWhatIsAccepted() throws IOException {
    assertThat(refusal("a.xls", container("Workbook"))).isEqualTo("document.unsupported");
    assertThat(refusal("a.zip", SampleFiles.zip(Map.of("readme.txt", utf8("x")))))
        .isEqualTo("document.unsupported");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gand.docx", "gand.odt", "actions.xlsx", "gand.doc", "gand.rtf"})
  void aFileOfWhichTheEndIsMissingIsRefused(String name) {
    byte[] whole = SampleFiles.read(name);

    for (int share = 1; share < 10; share++) {
      byte[] part = Arrays.copyOf(whole, whole.length * share / 10);
      assertThat(refusal(name, part))
          .isIn("document.damaged", "document.unsupported", "declaration.empty");
    }
  }

  @Test
  void aMacroIsNeitherRunNorARefusal() {
    byte[] document =
        SampleFiles.with(SampleFiles.read("gand.docx"), "word/vbaProject.bin", new byte[100]);

    assertThat(new DocumentReaders().read("a.docm", document).text()).contains("Police");
  }

  @Test
  void fiveHundredEmptyPagesHaveNothingToRead() throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (int i = 0; i < 500; i++) {
        document.addPage(new PDPage());
      }
      assertThat(refusal("a.pdf", saved(document))).isEqualTo("declaration.empty");
    }
  }

  @Test
  void aPdfWhoseStreamsGrowBeyondMeasureIsRefused() throws IOException {
    try (PDDocument document = new PDDocument()) {
      var page = new PDPage();
      document.addPage(page);
      var stream = new PDStream(document);
      try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
        byte[] spaces = new byte[1024 * 1024];
        Arrays.fill(spaces, (byte) ' ');
        for (int i = 0; i < 100; i++) {
          out.write(spaces);
        }
      }
      page.setContents(stream);
      assertThat(refusal("a.pdf", saved(document))).isEqualTo("document.unsafe");
    }
  }

  @Test
  void deepNestingEndsWell() {
    int deep = 50_000;
    endsWell("a.html", utf8("<html><body>" + "<div>".repeat(deep) + "Texte"));
    endsWell("a.html", utf8("<html><body>" + "<table><tr><td>".repeat(deep) + "Texte"));
    endsWell("a.html", utf8("<html><body>" + "<b>".repeat(deep) + "Texte"));
    endsWell("a.md", utf8("> ".repeat(deep) + "Texte"));
    endsWell("a.md", utf8("*".repeat(deep) + "Texte" + "*".repeat(deep)));
    endsWell("a.md", utf8("[".repeat(deep) + "Texte" + "]".repeat(deep)));
    endsWell("a.rtf", utf8("{\\rtf1 " + "{".repeat(deep) + "Texte" + "}".repeat(deep) + "\\par}"));
    String tables =
        "<w:tbl><w:tr><w:tc>".repeat(deep) + "<w:p/>" + "</w:tc></w:tr></w:tbl>".repeat(deep);
    endsWell(
        "a.docx",
        SampleFiles.insert(
            SampleFiles.read("gand.docx"), "word/document.xml", "<w:sectPr", tables));
    String lists =
        "<text:list><text:list-item>".repeat(deep) + "</text:list-item></text:list>".repeat(deep);
    endsWell(
        "a.odt",
        SampleFiles.insert(SampleFiles.read("gand.odt"), "content.xml", "</office:text>", lists));
  }

  @Test
  void countsThatAreFarTooLargeEndWell() {
    endsWell(
        "a.odt",
        SampleFiles.insert(
            SampleFiles.read("gand.odt"),
            "content.xml",
            "</office:text>",
            "<text:p>a<text:s text:c=\"2147483647\"/>b</text:p><table:table><table:table-row"
                + " table:number-rows-repeated=\"2147483647\"><table:table-cell"
                + " table:number-columns-repeated=\"2147483647\"><text:p>c</text:p></table:table-cell>"
                + "</table:table-row></table:table>"));
    endsWell(
        "a.html",
        utf8(
            "<html><body><table><tr><td colspan=999999>a</td><td>b</td></tr></table></body></html>"));
    endsWell("a.rtf", utf8("{\\rtf1 \\bin2147483647 abc\\ilvl99999999999\\u-99999999 x\\par}"));
  }

  @Test
  void longTextsThatTryPatternsEndWell() {
    for (String piece :
        new String[] {
          "1.1.",
          "a ",
          "- ",
          "| ",
          "\t",
          "IVX",
          "Action 1 ",
          "   x",
          "_",
          "é-\n",
          "(a) ",
          "le 5 mai "
        }) {
      endsWell("a.txt", utf8(piece.repeat(200_000 / piece.length())));
      endsWell("a.txt", utf8((piece.repeat(4) + "\n").repeat(10_000)));
    }
  }

  @Test
  void separatedValuesWithOddBytesEndWell() {
    endsWell("a.csv", utf8("a;b\r1;2\r3;4"));
    endsWell("a.csv", utf8("a;b\n\"" + "x".repeat(1_000_000) + "\";2\n"));
    endsWell("a.csv", utf8("a;b\n\"never closed;2\n"));
    assertThat(refusal("a.csv", utf8("a;b\n1;\0\n"))).isEqualTo("declaration.binary");
  }

  @Test
  void aFileAboveTheLimitIsRefusedBeforeItIsRead() {
    assertThat(refusal("a.txt", new byte[DocumentReaders.MOST_MEBIBYTES * 1024 * 1024 + 1]))
        .isEqualTo("declaration.tooLarge");
  }

  @Test
  void archivesWithoutTheirMainPartAreRefused() {
    Map<String, byte[]> parts =
        new LinkedHashMap<>(SampleFiles.unzip(SampleFiles.read("gand.docx")));
    parts.remove("word/document.xml");

    assertThat(refusal("a.docx", SampleFiles.zip(parts))).isEqualTo("document.damaged");
  }
}
