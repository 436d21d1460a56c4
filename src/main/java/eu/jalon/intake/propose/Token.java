package eu.jalon.intake.propose;

import java.util.ArrayList;
import java.util.List;

/** A word in small letters without accents, with its place. */
record Token(String word, int start, int end) {

  static List<Token> of(String text) {
    String plain = PlainLetters.of(text);
    List<Token> tokens = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= plain.length(); i++) {
      boolean inWord = i < plain.length() && Character.isLetterOrDigit(plain.charAt(i));
      if (inWord && start < 0) {
        start = i;
      } else if (!inWord && start >= 0) {
        tokens.add(new Token(plain.substring(start, i), start, i));
        start = -1;
      }
    }
    return tokens;
  }

  static boolean matches(List<Token> tokens, int i, List<String> phrase) {
    if (i < 0 || i + phrase.size() > tokens.size()) {
      return false;
    }
    for (int j = 0; j < phrase.size(); j++) {
      if (!tokens.get(i + j).word().equals(phrase.get(j))) {
        return false;
      }
    }
    return true;
  }
}
