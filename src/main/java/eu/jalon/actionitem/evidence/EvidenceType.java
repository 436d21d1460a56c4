package eu.jalon.actionitem.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import eu.jalon.mail.message.AttachedFile;
import eu.jalon.mail.message.AttachedFiles;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.FileName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;

/** Detects the media type of evidence files; content and file extension must agree. */
final class EvidenceType {

  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
  private static final String OPEN = "application/vnd.oasis.opendocument.";

  private static final String MAIL = "message/rfc822";
  private static final String OUTLOOK = "application/vnd.ms-outlook";

  /** Accepted media types with their file extensions; none that a browser executes. */
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

  /** Further types of files that mail programs attach; they are accepted in a message only. */
  private static final Map<String, Set<String>> ATTACHED_ENDINGS =
      Map.of(
          "image/gif", Set.of("gif"),
          "text/calendar", Set.of("ics"),
          "text/x-vcard", Set.of("vcf"),
          "application/pkcs7-signature", Set.of("p7s"),
          "application/pgp-signature", Set.of("asc", "sig"));

  /** How many messages may be inside one another. */
  private static final int MAX_MESSAGES = 5;

  /** The part that the archive of an office document must contain. */
  private static final Map<String, String> MAIN_PARTS =
      Map.of(
          OFFICE + "wordprocessingml.document", "word/",
          OFFICE + "spreadsheetml.sheet", "xl/",
          OFFICE + "presentationml.presentation", "ppt/",
          OPEN + "text", "content.xml",
          OPEN + "spreadsheet", "content.xml",
          OPEN + "presentation", "content.xml");

  /** The directory entry of the property stream in every Outlook message (MS-OXMSG 2.4). */
  private static final String MESSAGE_STREAM =
      new String("__properties_version1.0".getBytes(StandardCharsets.UTF_16LE), ISO_8859_1);

  private static final Pattern HEADER_FIELD = Pattern.compile("[!-9;-~]+:.*|[ \\t].*");
  private static final Pattern SENDER = Pattern.compile("(?im)^(from|sender|return-path):");

  private EvidenceType() {}

  /**
   * Returns the media type of a file; rejects a type that is not accepted or does not match the
   * extension.
   */
  static String of(FileName name, byte[] content) {
    String type = typeOf(name, content);
    if (!ENDINGS.getOrDefault(type, Set.of()).contains(name.ending())) {
      throw ValidationError.invalid("evidence.kind", name);
    }
    inspect(name, type, content, 1);
    return type;
  }

  private static String typeOf(FileName name, byte[] content) {
    Metadata named = new Metadata();
    named.set(TikaCoreProperties.RESOURCE_NAME_KEY, name.value());
    try {
      return MimeTypes.getDefaultMimeTypes()
          .detect(new ByteArrayInputStream(content), named)
          .getBaseType()
          .toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void inspect(FileName name, String type, byte[] content, int messages) {
    if (!isContentValid(type, content)) {
      throw ValidationError.invalid("evidence.kind", name);
    }
    String main = MAIN_PARTS.get(type);
    if (main != null) {
      requireNoActiveContent(name, OfficeArchive.read(content, main));
    } else if (type.equals(MAIL) || type.equals(OUTLOOK)) {
      for (AttachedFile attached : attachedTo(name, type, content, messages)) {
        inspectAttached(attached, messages);
      }
    }
  }

  private static List<AttachedFile> attachedTo(
      FileName name, String type, byte[] content, int messages) {
    if (messages > MAX_MESSAGES) {
      throw unreadable(name);
    }
    try {
      return type.equals(MAIL)
          ? AttachedFiles.ofMessage(content)
          : AttachedFiles.ofOutlook(content);
    } catch (IOException malformed) {
      throw unreadable(name);
    }
  }

  /** Rejects an attachment that would be rejected as a file of its own. */
  private static void inspectAttached(AttachedFile attached, int messages) {
    FileName name = FileName.of(attached.name());
    String type = typeOf(name, attached.content());
    if (!ENDINGS
        .getOrDefault(type, ATTACHED_ENDINGS.getOrDefault(type, Set.of()))
        .contains(name.ending())) {
      throw ValidationError.invalid("evidence.kind", name);
    }
    inspect(name, type, attached.content(), messages + 1);
  }

  private static ValidationError unreadable(FileName name) {
    return ValidationError.invalid("evidence.archive", name, OfficeArchive.MAX_MEBIBYTES);
  }

  /** Checks the content of types that are otherwise detected by file name only. */
  private static boolean isContentValid(String type, byte[] content) {
    return switch (type) {
      case OUTLOOK -> new String(content, ISO_8859_1).contains(MESSAGE_STREAM);
      case MAIL -> isMail(new String(content, 0, Math.min(content.length, 65_536), ISO_8859_1));
      default -> true;
    };
  }

  /**
   * Returns whether a text starts with header fields including the sender (RFC 5322, section 2.1).
   */
  private static boolean isMail(String text) {
    String header = text.split("\\r?\\n\\r?\\n", 2)[0];
    return SENDER.matcher(header).find()
        && header.lines().allMatch(line -> HEADER_FIELD.matcher(line).matches());
  }

  private static void requireNoActiveContent(FileName name, OfficeArchive.Finding finding) {
    switch (finding) {
      case OTHER_KIND -> throw ValidationError.invalid("evidence.kind", name);
      case ACTIVE -> throw ValidationError.invalid("evidence.active", name);
      case UNREADABLE -> throw unreadable(name);
      case HARMLESS -> {
        // accepted
      }
    }
  }
}
