package eu.jalon.outbox.smtp;

import java.util.stream.Collectors;

/** Folds content lines at 75 octets of UTF-8, never within a character (RFC 5545, 3.1). */
final class FoldedLines {

  private static final int OCTETS = 75;

  private FoldedLines() {}

  /** The text with each of its lines folded and ended by CR LF. */
  static String of(String text) {
    return text.lines().map(FoldedLines::folded).collect(Collectors.joining());
  }

  private static String folded(String line) {
    StringBuilder folded = new StringBuilder(line.length() + 8);
    int octets = 0;
    for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
      int character = line.codePointAt(i);
      int size = octets(character);
      if (octets + size > OCTETS) {
        folded.append("\r\n ");
        octets = 1;
      }
      folded.appendCodePoint(character);
      octets += size;
    }
    return folded.append("\r\n").toString();
  }

  private static int octets(int character) {
    if (character < 0x80) {
      return 1;
    }
    if (character < 0x800) {
      return 2;
    }
    return Character.isBmpCodePoint(character) ? 3 : 4;
  }
}
