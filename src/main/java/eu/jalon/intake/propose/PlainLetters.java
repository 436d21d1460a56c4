package eu.jalon.intake.propose;

import java.text.Normalizer;

/** A text in small letters without accents, each character in its place. */
final class PlainEmails {

  private PlainEmails() {}

  /** Returns a text of the same length, so that places found in it hold for the original. */
  static String of(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      plain.append(of(text.charAt(i)));
    }
    return plain.toString();
  }

  private static char of(char c) {
    if (c < 128) {
      return Character.toLowerCase(c);
    }
    return switch (c) {
      case '’', '‘', '´' -> '\'';
      case '–', '—', '‑', '−' -> '-';
      case 'œ', 'Œ' -> 'o';
      case '\u00A0', '\u202F', '\u2009' -> ' ';
      default -> {
        String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
        yield Character.toLowerCase(parts.charAt(0));
      }
    };
  }
}
