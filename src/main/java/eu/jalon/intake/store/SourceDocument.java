package eu.jalon.intake.store;

import eu.jalon.shared.Language;
import eu.jalon.shared.MeetingId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A declaration as it was received. */
public record SourceDocument(
    UUID id,
    MeetingId origin,
    String fileName,
    String text,
    String sha256,
    Language language,
    @Nullable LocalDate date) {

  public static SourceDocument of(
      MeetingId origin, String fileName, String text, Language language, @Nullable LocalDate date) {
    return new SourceDocument(
        UUID.randomUUID(), origin, plain(fileName), text, digest(text), language, date);
  }

  /** The name of a file without any folder or control character, at most 255 characters. */
  private static String plain(String fileName) {
    String name =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    name = name.replaceAll("\\p{C}", "").strip();
    return name.isEmpty() ? "declaration.txt" : name.substring(0, Math.min(255, name.length()));
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
