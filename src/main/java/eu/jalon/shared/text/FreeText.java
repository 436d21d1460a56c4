package eu.jalon.shared.text;

import eu.jalon.shared.ValidationError;

/** Text of several lines that a user must give: a reason, a question, an answer. */
public final class FreeText {

  /** The fewest characters of a text that says something. */
  public static final int MIN_LENGTH = 10;

  /** The most characters of a reason or note. */
  public static final int MAX_LENGTH = 2000;

  private FreeText() {}

  /** A reason in the form in which it is stored; an error names a missing, short or long one. */
  public static String reason(String text) {
    return text("reason", text);
  }

  /**
   * A text in the form in which it is stored.
   *
   * @throws ValidationError {@code form.tooShort}, or what {@link TextPolicy} does not accept
   */
  public static String text(String field, String text) {
    return required(field, TextPolicy.MULTI_LINE.checked(field, text, MAX_LENGTH));
  }

  /** The text, if it is long enough. */
  public static String required(String field, String text) {
    if (TextPolicy.length(text) < MIN_LENGTH) {
      throw ValidationError.invalid("form.tooShort", field, MIN_LENGTH);
    }
    return text;
  }
}
