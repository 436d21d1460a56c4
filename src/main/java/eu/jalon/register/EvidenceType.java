package eu.jalon.register;

import eu.jalon.shared.FileName;
import eu.jalon.shared.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;

/** What kinds of files are taken as evidence, told by their bytes and not by what they claim. */
final class EvidenceType {

  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
  private static final String OPEN = "application/vnd.oasis.opendocument.";

  /** Documents, tables and pictures; nothing that a browser would run. */
  private static final Map<String, Set<String>> ENDINGS =
      Map.ofEntries(
          Map.entry("application/pdf", Set.of("pdf")),
          Map.entry("image/png", Set.of("png")),
          Map.entry("image/jpeg", Set.of("jpg", "jpeg")),
          Map.entry("text/plain", Set.of("txt")),
          Map.entry("text/csv", Set.of("csv")),
          Map.entry(OFFICE + "wordprocessingml.document", Set.of("docx")),
          Map.entry(OFFICE + "spreadsheetml.sheet", Set.of("xlsx")),
          Map.entry(OFFICE + "presentationml.presentation", Set.of("pptx")),
          Map.entry(OPEN + "text", Set.of("odt")),
          Map.entry(OPEN + "spreadsheet", Set.of("ods")),
          Map.entry(OPEN + "presentation", Set.of("odp")));

  private EvidenceType() {}

  /** The media type of a file; refuses one that is not taken, or whose name says another kind. */
  static String of(FileName name, byte[] content) {
    Metadata named = new Metadata();
    named.set(TikaCoreProperties.RESOURCE_NAME_KEY, name.value());
    String type;
    try {
      type =
          MimeTypes.getDefaultMimeTypes()
              .detect(new ByteArrayInputStream(content), named)
              .getBaseType()
              .toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!ENDINGS.getOrDefault(type, Set.of()).contains(name.ending())) {
      throw Refusal.invalid("evidence.kind", name);
    }
    return type;
  }
}
