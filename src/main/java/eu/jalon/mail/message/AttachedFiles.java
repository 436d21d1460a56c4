package eu.jalon.mail.message;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.datatypes.ByteChunk;
import org.apache.poi.hsmf.datatypes.DirectoryChunk;
import org.apache.poi.hsmf.datatypes.StringChunk;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files attached to a message from any sender. The number of parts and their nesting are
 * limited; a message with more is not read.
 */
public final class AttachedFiles {

  private static final int MAX_DEPTH = 8;
  private static final int MAX_FILES = 50;
  private static final int MAX_PARTS = 200;

  /** The stream that each Outlook message has, also one inside another (MS-OXMSG 2.4). */
  private static final String MESSAGE_STREAM = "__properties_version1.0";

  private final List<AttachedFile> files = new ArrayList<>();
  private int parts;

  private AttachedFiles() {}

  /**
   * Returns the files attached to a message (RFC 5322), also those that are shown inline; a message
   * in a message is one of its files.
   *
   * @throws IOException if the message is malformed or has too many parts
   */
  public static List<AttachedFile> ofMessage(byte[] message) throws IOException {
    return read(
        found ->
            found.readPart(new MimeMessage((Session) null, new ByteArrayInputStream(message)), 0));
  }

  /**
   * Returns the files attached to an Outlook message and to messages in it.
   *
   * @throws IOException if the message is malformed or has too many parts
   */
  public static List<AttachedFile> ofOutlook(byte[] message) throws IOException {
    return read(
        found -> {
          try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(message))) {
            found.readOutlook(file.getRoot(), 0);
          }
        });
  }

  /** Reads a message of one of the formats. */
  @FunctionalInterface
  private interface Reading {
    void into(AttachedFiles found) throws MessagingException, IOException;
  }

  private static List<AttachedFile> read(Reading reading) throws IOException {
    AttachedFiles found = new AttachedFiles();
    try {
      reading.into(found);
    } catch (MessagingException | RuntimeException | StackOverflowError malformed) {
      // The readers recurse over folders whose nesting the file decides.
      throw new IOException("The message cannot be read", malformed);
    }
    return found.files;
  }

  private void readPart(Part part, int depth) throws MessagingException, IOException {
    count(depth);
    if (part.isMimeType("multipart/*")) {
      if (!(part.getContent() instanceof MimeMultipart nested)) {
        throw new IOException("A part has no parts");
      }
      for (int i = 0; i < nested.getCount(); i++) {
        readPart(nested.getBodyPart(i), depth + 1);
      }
    } else if (!isBody(part)) {
      add(nameOf(part), part.getInputStream().readAllBytes());
    }
  }

  /** Returns whether a part is text that a mail program shows, or a report on delivery. */
  public static boolean isBody(Part part) throws MessagingException {
    return part.getFileName() == null
        && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())
        && (part.isMimeType("text/*")
            || part.isMimeType("message/delivery-status")
            || part.isMimeType("message/disposition-notification"));
  }

  /** The name of a part; one without is named by its type. */
  private static String nameOf(Part part) throws MessagingException, IOException {
    String name = part.getFileName();
    if (name != null) {
      return MimeUtility.decodeText(name);
    }
    ContentType type = new ContentType(part.getContentType());
    return part.isMimeType("message/rfc822")
        ? "message.eml"
        : type.getPrimaryType() + "." + type.getSubType();
  }

  private void readOutlook(DirectoryNode folder, int depth) throws IOException {
    count(depth);
    // Closed with the file: a message in it would close the file too.
    MAPIMessage message = new MAPIMessage(folder);
    for (AttachmentChunks attached : message.getAttachmentFiles()) {
      DirectoryChunk nested = attached.getAttachmentDirectory();
      if (nested == null) {
        ByteChunk content = attached.getAttachData();
        add(nameOf(attached), content == null ? new byte[0] : content.getValue());
      } else if (nested.getDirectory().hasEntryCaseInsensitive(MESSAGE_STREAM)) {
        readOutlook(nested.getDirectory(), depth + 1);
      } else {
        add(nameOf(attached) + ".ole", new byte[0]);
      }
    }
  }

  private static String nameOf(AttachmentChunks attached) {
    for (@Nullable StringChunk name :
        new StringChunk[] {
          attached.getAttachLongFileName(),
          attached.getAttachFileName(),
          attached.getAttachLongPathName(),
          attached.getAttachDisplayName()
        }) {
      if (name != null) {
        return name.getValue();
      }
    }
    return "";
  }

  private void count(int depth) throws IOException {
    parts++;
    if (depth > MAX_DEPTH || parts > MAX_PARTS) {
      throw new IOException("The message has too many parts");
    }
  }

  private void add(String name, byte[] content) throws IOException {
    if (files.size() == MAX_FILES) {
      throw new IOException("The message has too many files");
    }
    files.add(new AttachedFile(name, content));
  }
}
