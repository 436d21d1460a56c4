package eu.jalon.intake.split;

import eu.jalon.shared.ValidationError;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Reads an uploaded plain text in the encodings offices really send, and nothing else. */
public final class DocumentText {

  /** The largest document read, in MiB; a real declaration has some 25 KiB. */
  public static final int MOST_MEBIBYTES = 2;

  private static final int MEBIBYTE = 1024 * 1024;
  private static final int CONTROL_SHARE = 100;
  private static final int HEAD = 1024;
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final List<String> CONTAINERS =
      List.of("504b0304", "504b0506", "504b0708", "d0cf11e0a1b11ae1");
  private static final List<String> DOCUMENTS = List.of("%PDF-", "{\\rtf");

  private DocumentText() {}

  /**
   * Decodes a document: UTF-8 with or without byte order mark, UTF-16 with one, else Windows-1252.
   *
   * @param content the bytes as uploaded
   * @return the text without byte order mark
   * @throws ValidationError {@code declaration.empty} if there is no text, {@code
   *     declaration.binary} if it is no plain text, {@code declaration.tooLarge} with the MiB
   *     allowed
   */
  public static String read(byte[] content) {
    if (content.length == 0) {
      throw ValidationError.invalid("declaration.empty");
    }
    if (content.length > MOST_MEBIBYTES * MEBIBYTE) {
      throw ValidationError.invalid("declaration.tooLarge", MOST_MEBIBYTES);
    }
    String text = isKnownBinary(content) ? "\0" : decode(content);
    if (isBinary(text)) {
      throw ValidationError.invalid("declaration.binary");
    }
    if (text.isBlank()) {
      throw ValidationError.invalid("declaration.empty");
    }
    return text;
  }

  private static boolean isKnownBinary(byte[] content) {
    String hex = HexFormat.of().formatHex(content, 0, Math.min(8, content.length));
    String head =
        new String(content, 0, Math.min(HEAD, content.length), StandardCharsets.ISO_8859_1);
    return CONTAINERS.stream().anyMatch(hex::startsWith)
        || DOCUMENTS.stream().anyMatch(magic -> startsWithMagic(head, magic));
  }

  /**
   * Readers accept the magic number after a byte order mark or white space: so does the refusal.
   */
  private static boolean startsWithMagic(String head, String magic) {
    int at = head.indexOf(magic);
    return at >= 0 && head.substring(0, at).replace("\u00EF\u00BB\u00BF", "").isBlank();
  }

  private static String decode(byte[] content) {
    if (startsWith(content, 0xFE, 0xFF)) {
      return strictly(StandardCharsets.UTF_16BE, content, 2).orElse("\0");
    }
    if (startsWith(content, 0xFF, 0xFE)) {
      return strictly(StandardCharsets.UTF_16LE, content, 2).orElse("\0");
    }
    int mark = startsWith(content, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    return strictly(StandardCharsets.UTF_8, content, mark)
        .orElseGet(() -> new String(content, mark, content.length - mark, WINDOWS));
  }

  private static Optional<String> strictly(Charset charset, byte[] content, int from) {
    try {
      var bytes = ByteBuffer.wrap(content, from, content.length - from);
      return Optional.of(charset.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException otherEncoding) {
      return Optional.empty();
    }
  }

  private static boolean startsWith(byte[] content, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i == content.length || Byte.toUnsignedInt(content[i]) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBinary(String text) {
    long strange = text.chars().filter(DocumentText::isStrange).count();
    return text.indexOf('\0') >= 0 || strange * CONTROL_SHARE > text.length();
  }

  /** U+FFFD stands where Windows-1252 knows no character. */
  private static boolean isStrange(int c) {
    boolean layout = c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == 0x0B || c == 0x85;
    return c == 0xFFFD || (Character.isISOControl(c) && !layout);
  }
}
