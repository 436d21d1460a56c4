package eu.jalon.mail.message;

import eu.jalon.shared.text.TextPolicy;

/** Text made fit for a header field: one line of characters that a text may hold. */
public final class HeaderText {

  private HeaderText() {}

  /** The text with each run of unfit characters, line breaks among them, turned into one space. */
  public static String of(String text) {
    return TextPolicy.SINGLE_LINE.cleaned(text, " ");
  }
}
