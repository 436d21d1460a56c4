package eu.jalon.intake.document.office;

import eu.jalon.intake.document.DocumentFormat;
import eu.jalon.intake.document.DocumentReader;
import eu.jalon.intake.document.FurnitureKind;
import eu.jalon.intake.document.SourceText;
import eu.jalon.intake.document.block.FlowWriter;
import eu.jalon.intake.document.block.SourceTextBuilder;
import eu.jalon.shared.ValidationError;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads Word documents: text as a reader sees it, tracked deletions and hidden text left out. */
public final class DocxReader implements DocumentReader {

  private static final String FORMAT = "DOCX";

  @Override
  public SourceText read(String fileName, byte[] content) {
    try (ZipParts parts = ZipParts.open(content, FORMAT)) {
      String main = mainPart(parts);
      String folder = main.substring(0, main.lastIndexOf('/') + 1);
      WordStyles styles =
          parts.find(folder + "styles.xml").map(WordStyles::read).orElseGet(WordStyles::none);
      WordNumbering numbering =
          parts
              .find(folder + "numbering.xml")
              .map(WordNumbering::read)
              .orElseGet(WordNumbering::none);
      Map<String, String> notes = WordNotes.read(parts, folder);
      var builder = new SourceTextBuilder();
      margin(parts, folder + "header")
          .forEach(text -> builder.furniture(FurnitureKind.PAGE_HEADER, text, 0));
      XmlEvents.read(
          parts.require(main),
          FORMAT,
          new WordBody(new FlowWriter(builder), styles, numbering, notes));
      margin(parts, folder + "footer")
          .forEach(text -> builder.furniture(FurnitureKind.PAGE_FOOTER, text, 0));
      return builder.build(fileName, DocumentFormat.DOCX, created(parts), List.of());
    }
  }

  /** The relationships name the part with the body; in practice it is always word/document.xml. */
  private static String mainPart(ZipParts parts) {
    var found = new String[] {"word/document.xml"};
    parts
        .find("_rels/.rels")
        .ifPresent(
            xml ->
                XmlEvents.read(
                    xml,
                    FORMAT,
                    new TagHandler() {
                      @Override
                      public void start(String name, XMLStreamReader tag) {
                        if (XmlEvents.attribute(tag, "Type").endsWith("/officeDocument")) {
                          found[0] = XmlEvents.attribute(tag, "Target").replaceFirst("^/", "");
                        }
                      }
                    }));
    if (!found[0].contains("/") || parts.find(found[0]).isEmpty()) {
      throw ValidationError.invalid("document.damaged", FORMAT);
    }
    return found[0];
  }

  private static Set<String> margin(ZipParts parts, String prefix) {
    var texts = new LinkedHashSet<String>();
    for (String name : parts.names()) {
      if (name.startsWith(prefix) && name.endsWith(".xml")) {
        parts.find(name).ifPresent(xml -> texts.addAll(WordNotes.paragraphs(xml)));
      }
    }
    return texts;
  }

  /** The day the file was made, used if the text does not state a date. */
  static @Nullable LocalDate created(ZipParts parts) {
    Optional<byte[]> xml = parts.find("docProps/core.xml").or(() -> parts.find("meta.xml"));
    if (xml.isEmpty()) {
      return null;
    }
    var properties = new DayHandler();
    XmlEvents.read(xml.get(), FORMAT, properties);
    return properties.day();
  }

  private static final class DayHandler extends TagHandler {

    private boolean open;
    private final StringBuilder value = new StringBuilder();

    @Override
    public void start(String name, XMLStreamReader tag) {
      open = name.equals("created") || name.equals("creation-date");
    }

    @Override
    public void end(String name) {
      open = false;
    }

    @Override
    public void text(String characters) {
      if (open && value.length() < 100) {
        value.append(characters);
      }
    }

    @Nullable LocalDate day() {
      try {
        return value.length() < 10 ? null : LocalDate.parse(value.substring(0, 10));
      } catch (DateTimeParseException noDate) {
        return null;
      }
    }
  }
}
