package eu.jalon.mail;

import eu.jalon.mail.message.CalendarFile;
import org.jspecify.annotations.Nullable;

/**
 * A composed e-mail; plain text and HTML have the same content.
 *
 * @param calendar the attached calendar file, if any
 */
public record ComposedEmail(
    String subject, String text, String html, @Nullable CalendarFile calendar) {

  public ComposedEmail(String subject, String text, String html) {
    this(subject, text, html, null);
  }
}
