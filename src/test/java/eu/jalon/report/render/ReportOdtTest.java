package eu.jalon.report.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.jalon.report.ReportNotes;
import eu.jalon.shared.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Checks the structure and the content of the ODT file. */
class ReportOdtTest {

  private static final String ROOT = "urn:oasis:names:tc:opendocument:xmlns:";
  private static final String STYLE = ROOT + "style:1.0";
  private static final String TABLE = ROOT + "table:1.0";
  private static final String TEXT = ROOT + "text:1.0";
  private static final String FO = ROOT + "xsl-fo-compatible:1.0";
  private static final ReportOdt ODT = new ReportOdt();

  @Test
  void theMediaTypeComesFirstAndTheManifestListsAllFiles() throws Exception {
    byte[] file = ODT.write(ReportNotes.of(Texts.FR));
    Map<String, byte[]> parts = parts(file);

    assertThat(new String(file, 30, 8 + ReportOdt.MEDIA_TYPE.length(), UTF_8))
        .isEqualTo("mimetype" + ReportOdt.MEDIA_TYPE);
    assertThat(parts.keySet())
        .containsExactly(
            "mimetype", "META-INF/manifest.xml", "meta.xml", "styles.xml", "content.xml");
    List<String> listed = new ArrayList<>();
    for (Element entry : elements(xml(parts, "META-INF/manifest.xml"), "*", "file-entry")) {
      listed.add(entry.getAttribute("manifest:full-path"));
    }
    assertThat(listed).containsExactlyInAnyOrder("/", "content.xml", "styles.xml", "meta.xml");
  }

  @Test
  void usedStylesAreExactlyTheDefinedOnes() throws Exception {
    Map<String, byte[]> parts = parts(ODT.write(ReportNotes.of(Texts.FR)));
    Document content = xml(parts, "content.xml");
    Set<String> defined = new TreeSet<>();
    for (Document document : List.of(content, xml(parts, "styles.xml"))) {
      elements(document, STYLE, "style")
          .forEach(style -> defined.add(style.getAttributeNS(STYLE, "name")));
    }
    Set<String> named = new TreeSet<>();
    for (Element element : elements(content, "*", "*")) {
      for (String space : List.of(TEXT, TABLE)) {
        if (element.hasAttributeNS(space, "style-name")) {
          named.add(element.getAttributeNS(space, "style-name"));
        }
      }
    }

    assertThat(named).hasSizeGreaterThan(12);
    assertThat(defined).containsAll(named);
  }

  @Test
  void headingsTablesAndLanguagesAreMarkedUp() throws Exception {
    Map<String, byte[]> parts = parts(ODT.write(ReportNotes.of(Texts.FR)));
    Document content = xml(parts, "content.xml");

    assertThat(elements(content, TEXT, "h"))
        .extracting(h -> h.getAttributeNS(TEXT, "outline-level") + " " + h.getTextContent())
        .containsExactly(
            "1 Note d’état d’avancement", "2 En bref", "2 Thème 2 – Sécurité", "3 Détail");
    Element head = elements(content, TABLE, "table-header-rows").get(0);
    assertThat(head.getTextContent()).isEqualTo("RéférenceProchaine étapeChangement");
    assertThat(elements(content, TEXT, "span"))
        .extracting(span -> span.getAttributeNS(TEXT, "style-name"), Element::getTextContent)
        .containsExactly(tuple("Language_20_nl", "«\u00a0Het werkt.\u00a0»"));
    assertThat(elements(xml(parts, "styles.xml"), STYLE, "default-style").get(0).getTextContent())
        .isBlank();
    Element usual = elements(xml(parts, "styles.xml"), STYLE, "text-properties").get(0);
    assertThat(usual.getAttributeNS(FO, "language") + "-" + usual.getAttributeNS(FO, "country"))
        .isEqualTo("fr-BE");
    assertThat(new String(parts(ODT.write(ReportNotes.of(Texts.NL))).get("styles.xml"), UTF_8))
        .contains("fo:language=\"nl\" fo:country=\"BE\" fo:hyphenate")
        .doesNotContain("@");
  }

  @Test
  void userTextIsEscaped() throws Exception {
    Document content = xml(parts(ODT.write(ReportNotes.of(Texts.FR))), "content.xml");

    assertThat(content.getDocumentElement().getTextContent())
        .contains("</text:p><script>alert(1)</script> & \"l’œuvre\" «\u00a0à 5\u202fh\u00a0»");
    assertThat(elements(content, "*", "script")).isEmpty();
  }

  private static Map<String, byte[]> parts(byte[] file) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
        parts.put(entry.getName(), archive.readAllBytes());
      }
    }
    return parts;
  }

  private static Document xml(Map<String, byte[]> parts, String name) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(parts.get(name)));
  }

  private static List<Element> elements(Document document, String space, String name) {
    NodeList nodes = document.getElementsByTagNameNS(space, name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
