package eu.jalon.mail.message;

import eu.jalon.shared.text.TextPolicy;

/** Makes text safe for a header field: one line without control characters. */
public final class HeaderText {

  private HeaderText() {}

  /** The text with each run of line breaks and other disallowed characters replaced by a space. */
  public static String of(String text) {
    return TextPolicy.SINGLE_LINE.cleaned(text, " ");
  }
}
