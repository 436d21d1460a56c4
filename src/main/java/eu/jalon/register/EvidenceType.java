package eu.jalon.register;

import eu.jalon.shared.FileName;
import eu.jalon.shared.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/** What kinds of files are taken as evidence; their bytes and their names must agree. */
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

  /** What the archive of an office document holds beside its other parts. */
  private static final Map<String, String> PARTS =
      Map.of(
          OFFICE + "wordprocessingml.document",
          "word/",
          OFFICE + "spreadsheetml.sheet",
          "xl/",
          OFFICE + "presentationml.presentation",
          "ppt/",
          OPEN + "text",
          OPEN + "text",
          OPEN + "spreadsheet",
          OPEN + "spreadsheet",
          OPEN + "presentation",
          OPEN + "presentation");

  private static final String CONTENTS = "[Content_Types].xml";
  private static final String MACROS = "vbaProject.bin";

  private EvidenceType() {}

  /** Looks at the names of an archive's parts, which are never packed; unpacks nothing. */
  private static boolean holds(byte[] archive, @Nullable String part) {
    String names = new String(archive, StandardCharsets.ISO_8859_1);
    return part != null
        && names.contains(part)
        && (part.startsWith(OPEN) || names.contains(CONTENTS))
        && !names.contains(MACROS);
  }

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
    if (!ENDINGS.getOrDefault(type, Set.of()).contains(name.ending())
        || (PARTS.containsKey(type) && !holds(content, PARTS.get(type)))) {
      throw Refusal.invalid("evidence.kind", name);
    }
    return type;
  }
}
