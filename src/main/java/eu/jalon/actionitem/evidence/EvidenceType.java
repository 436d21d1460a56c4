package eu.jalon.actionitem.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.FileName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;

/** What kinds of files are taken as evidence; their bytes and their names must agree. */
final class EvidenceType {

  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
  private static final String OPEN = "application/vnd.oasis.opendocument.";

  private static final String MAIL = "message/rfc822";
  private static final String OUTLOOK = "application/vnd.ms-outlook";

  /** Documents, tables, pictures and e-mails; nothing that a browser would run. */
  private static final Map<String, Set<String>> ENDINGS =
      Map.ofEntries(
          Map.entry("application/pdf", Set.of("pdf")),
          Map.entry("image/png", Set.of("png")),
          Map.entry("image/jpeg", Set.of("jpg", "jpeg")),
          Map.entry("text/plain", Set.of("txt")),
          Map.entry("text/csv", Set.of("csv")),
          Map.entry(MAIL, Set.of("eml")),
          Map.entry(OUTLOOK, Set.of("msg")),
          Map.entry(OFFICE + "wordprocessingml.document", Set.of("docx")),
          Map.entry(OFFICE + "spreadsheetml.sheet", Set.of("xlsx")),
          Map.entry(OFFICE + "presentationml.presentation", Set.of("pptx")),
          Map.entry(OPEN + "text", Set.of("odt")),
          Map.entry(OPEN + "spreadsheet", Set.of("ods")),
          Map.entry(OPEN + "presentation", Set.of("odp")));

  /** A part that the archive of an office document must have. */
  private static final Map<String, String> MAIN_PARTS =
      Map.of(
          OFFICE + "wordprocessingml.document", "word/",
          OFFICE + "spreadsheetml.sheet", "xl/",
          OFFICE + "presentationml.presentation", "ppt/",
          OPEN + "text", "content.xml",
          OPEN + "spreadsheet", "content.xml",
          OPEN + "presentation", "content.xml");

  /** The stream that every Outlook message has (MS-OXMSG 2.4), as its directory names it. */
  private static final String MESSAGE_STREAM =
      new String("__properties_version1.0".getBytes(StandardCharsets.UTF_16LE), ISO_8859_1);

  private static final Pattern HEADER_FIELD = Pattern.compile("[!-9;-~]+:.*|[ \\t].*");
  private static final Pattern SENDER = Pattern.compile("(?im)^(from|sender|return-path):");

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
    if (!ENDINGS.getOrDefault(type, Set.of()).contains(name.ending()) || !holds(type, content)) {
      throw ValidationError.invalid("evidence.kind", name);
    }
    String main = MAIN_PARTS.get(type);
    if (main != null) {
      requireHarmless(name, OfficeArchive.read(content, main));
    }
    return type;
  }

  /** Whether a message is one: what is told by its name only is looked at again. */
  private static boolean holds(String type, byte[] content) {
    return switch (type) {
      case OUTLOOK -> new String(content, ISO_8859_1).contains(MESSAGE_STREAM);
      case MAIL -> isMail(new String(content, 0, Math.min(content.length, 65_536), ISO_8859_1));
      default -> true;
    };
  }

  /** Begins with header fields (RFC 5322, section 2.1), the sender among them. */
  private static boolean isMail(String text) {
    String header = text.split("\\r?\\n\\r?\\n", 2)[0];
    return SENDER.matcher(header).find()
        && header.lines().allMatch(line -> HEADER_FIELD.matcher(line).matches());
  }

  private static void requireHarmless(FileName name, OfficeArchive.Finding finding) {
    switch (finding) {
      case OTHER_KIND -> throw ValidationError.invalid("evidence.kind", name);
      case ACTIVE -> throw ValidationError.invalid("evidence.active", name);
      case UNREADABLE ->
          throw ValidationError.invalid("evidence.archive", name, OfficeArchive.LARGEST);
      case HARMLESS -> {
        // as it should be
      }
    }
  }
}
