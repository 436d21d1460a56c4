package eu.jalon.outbox.smtp;

import java.util.regex.Pattern;

/** Text made fit for a header field: one line, no control or direction-changing characters. */
public final class HeaderText {

  private static final Pattern UNFIT =
      Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+");

  private HeaderText() {}

  /** The text with each run of unfit characters, line breaks among them, turned into one space. */
  public static String of(String text) {
    return UNFIT.matcher(text).replaceAll(" ").strip();
  }
}
