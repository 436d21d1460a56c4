package eu.jalon.shared.text;

import eu.jalon.shared.ValidationError;

/** Validates mandatory multi-line texts: a reason, a question, an answer. */
public final class FreeText {

  /** Minimum length in code points. */
  public static final int MIN_LENGTH = 10;

  /** Maximum length of a reason or note in code points. */
  public static final int MAX_LENGTH = 2000;

  private FreeText() {}

  /** Returns a reason in normalized form; rejects one that is missing, too short or too long. */
  public static String reason(String text) {
    return text("reason", text);
  }

  /**
   * Returns a text in normalized form.
   *
   * @throws ValidationError {@code form.tooShort}, or the error of {@link TextPolicy}
   */
  public static String text(String field, String text) {
    return required(field, TextPolicy.MULTI_LINE.checked(field, text, MAX_LENGTH));
  }

  /** Returns the text unchanged; rejects one that is too short. */
  public static String required(String field, String text) {
    if (TextPolicy.length(text) < MIN_LENGTH) {
      throw ValidationError.ofField("form.tooShort", field, MIN_LENGTH);
    }
    return text;
  }
}
