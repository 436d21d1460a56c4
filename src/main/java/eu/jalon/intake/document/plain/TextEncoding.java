package eu.jalon.intake.document.plain;

import eu.jalon.shared.ValidationError;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decodes text by evidence: byte order marks and valid UTF-8 are certain; among the eight-bit
 * encodings one is taken only if it reads clearly more like French, Dutch or English than every
 * other.
 */
public final class TextEncoding {

  /** The encodings a user may name, in the order in which pages offer them. */
  public static final List<String> NAMES =
      List.of(
          "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-15", "IBM850", "x-MacRoman");

  private static final List<Charset> EIGHT_BIT =
      List.of("windows-1252", "ISO-8859-15", "IBM850", "x-MacRoman").stream()
          .filter(Charset::isSupported)
          .map(Charset::forName)
          .toList();

  private static final int CONTROL_SHARE = 100;
  private static final int SAMPLE = 200_000;

  private TextEncoding() {}

  /**
   * Decodes a text.
   *
   * @param encoding the name of the encoding, or null to recognise it
   * @throws ValidationError {@code document.encoding} if the evidence does not decide, {@code
   *     document.encodingUnknown} for a name not offered, {@code document.encodingWrong} if the
   *     bytes are not in that encoding, {@code declaration.binary} if it is no text
   */
  public static String decode(byte[] content, @Nullable String encoding) {
    String text =
        encoding == null || encoding.isBlank() ? recognise(content) : as(content, encoding);
    if (isBinary(text)) {
      throw ValidationError.invalid("declaration.binary");
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static String as(byte[] content, String encoding) {
    try {
      Charset charset = Charset.forName(encoding.strip());
      if (NAMES.stream().map(Charset::forName).anyMatch(charset::equals)) {
        return strictly(charset, content)
            .orElseThrow(
                () -> ValidationError.invalid("document.encodingWrong", charset.displayName()));
      }
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      // refused below, like a known encoding that is not offered
    }
    throw ValidationError.invalid("document.encodingUnknown", encoding, String.join(", ", NAMES));
  }

  private static String recognise(byte[] content) {
    if (startsWith(content, 0xFE, 0xFF)) {
      return strictly(StandardCharsets.UTF_16BE, content).orElseGet(() -> "\0");
    }
    if (startsWith(content, 0xFF, 0xFE)) {
      return strictly(StandardCharsets.UTF_16LE, content).orElseGet(() -> "\0");
    }
    Optional<Charset> wide = wide(content);
    if (wide.isPresent()) {
      return strictly(wide.get(), content).orElse("\0");
    }
    return strictly(StandardCharsets.UTF_8, content).orElseGet(() -> eightBit(content));
  }

  /** UTF-16 without a mark: nearly every other byte is zero. */
  private static Optional<Charset> wide(byte[] content) {
    if (content.length < 4 || content.length % 2 != 0) {
      return Optional.empty();
    }
    int zeroEven = 0;
    int zeroOdd = 0;
    for (int i = 0; i + 1 < content.length; i += 2) {
      zeroEven += content[i] == 0 ? 1 : 0;
      zeroOdd += content[i + 1] == 0 ? 1 : 0;
    }
    int pairs = content.length / 2;
    if (zeroOdd > pairs * 0.7 && zeroEven == 0) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return zeroEven > pairs * 0.7 && zeroOdd == 0
        ? Optional.of(StandardCharsets.UTF_16BE)
        : Optional.empty();
  }

  private static String eightBit(byte[] content) {
    byte[] sample = content.length <= SAMPLE ? content : java.util.Arrays.copyOf(content, SAMPLE);
    Charset best = StandardCharsets.ISO_8859_1;
    double bestScore = Double.NEGATIVE_INFINITY;
    double nextScore = Double.NEGATIVE_INFINITY;
    String bestText = "";
    for (Charset charset : EIGHT_BIT) {
      Optional<String> text = strictly(charset, sample);
      if (text.isEmpty() || text.get().equals(bestText)) {
        continue;
      }
      double score = LanguageEvidence.score(text.get());
      if (score > bestScore) {
        nextScore = bestScore;
        bestScore = score;
        best = charset;
        bestText = text.get();
      } else if (score > nextScore) {
        nextScore = score;
      }
    }
    boolean text =
        !isBinary(new String(sample, StandardCharsets.ISO_8859_1).replaceAll("[\\x7F-\\x9F]", "?"));
    if (!text) {
      throw ValidationError.invalid("declaration.binary");
    }
    if (bestScore - nextScore < LanguageEvidence.CLEAR || !LanguageEvidence.isPlausible(bestText)) {
      throw ValidationError.invalid("document.encoding");
    }
    return strictly(best, content).orElseThrow(() -> ValidationError.invalid("document.encoding"));
  }

  private static Optional<String> strictly(Charset charset, byte[] content) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(content))
              .toString());
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
    long strange = text.chars().filter(TextEncoding::isStrange).count();
    return text.indexOf('\0') >= 0 || strange * CONTROL_SHARE > text.length();
  }

  private static boolean isStrange(int c) {
    boolean layout =
        c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == 0x0B || c == 0x85 || c == 0x1A;
    return c == 0xFFFD || (Character.isISOControl(c) && !layout);
  }
}
