package eu.jalon.intake.document.office;

import eu.jalon.intake.document.CleanText;
import eu.jalon.intake.document.DocumentFormat;
import eu.jalon.intake.document.DocumentReader;
import eu.jalon.intake.document.FurnitureKind;
import eu.jalon.intake.document.SourceText;
import eu.jalon.intake.document.block.FlowWriter;
import eu.jalon.intake.document.block.SourceTextBuilder;
import eu.jalon.shared.ValidationError;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/** Reads OpenDocument texts: tracked deletions, comments and hidden text are left out. */
public final class OdtReader implements DocumentReader {

  private static final String FORMAT = "ODT";

  @Override
  public SourceText read(String fileName, byte[] content) {
    try (ZipParts parts = ZipParts.open(content, FORMAT)) {
      refuseEncrypted(parts);
      byte[] body = parts.require("content.xml");
      var styles = new OdtStyles();
      Optional<byte[]> common = parts.find("styles.xml");
      common.ifPresent(styles::add);
      styles.add(body);
      var margins = new Margins();
      common.ifPresent(xml -> XmlEvents.read(xml, FORMAT, margins));
      var builder = new SourceTextBuilder();
      margins.headers.forEach(text -> builder.furniture(FurnitureKind.PAGE_HEADER, text, 0));
      XmlEvents.read(body, FORMAT, new OdtBody(new FlowWriter(builder), styles));
      margins.footers.forEach(text -> builder.furniture(FurnitureKind.PAGE_FOOTER, text, 0));
      return builder.build(fileName, DocumentFormat.ODT, DocxReader.created(parts), List.of());
    }
  }

  private static void refuseEncrypted(ZipParts parts) {
    boolean encrypted =
        parts
            .find("META-INF/manifest.xml")
            .map(xml -> new String(xml, StandardCharsets.UTF_8))
            .filter(xml -> xml.contains("encryption-data"))
            .isPresent();
    if (encrypted) {
      throw ValidationError.invalid("document.encrypted");
    }
  }

  /** The text of the headers and footers of the page styles. */
  private static final class Margins extends TagHandler {

    private final Set<String> headers = new LinkedHashSet<>();
    private final Set<String> footers = new LinkedHashSet<>();
    private final StringBuilder text = new StringBuilder();
    private int header;
    private int footer;

    @Override
    public void start(String name, XMLStreamReader tag) {
      header += name.startsWith("header") && name.matches("header(-left|-first)?") ? 1 : 0;
      footer += name.matches("footer(-left|-first)?") ? 1 : 0;
      if (name.equals("p") || name.equals("h")) {
        text.setLength(0);
      } else if (name.equals("s") || name.equals("tab")) {
        text.append(' ');
      }
    }

    @Override
    public void end(String name) {
      if (name.equals("p") || name.equals("h")) {
        String line = CleanText.line(text.toString());
        if (header > 0 && !line.isEmpty()) {
          headers.add(line);
        } else if (footer > 0 && !line.isEmpty()) {
          footers.add(line);
        }
      }
      header -= name.matches("header(-left|-first)?") ? 1 : 0;
      footer -= name.matches("footer(-left|-first)?") ? 1 : 0;
    }

    @Override
    public void text(String characters) {
      if (header > 0 || footer > 0) {
        text.append(characters);
      }
    }
  }
}
