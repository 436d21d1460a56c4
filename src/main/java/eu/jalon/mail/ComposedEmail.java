package eu.jalon.mail;

import eu.jalon.mail.message.CalendarFile;
import org.jspecify.annotations.Nullable;

/**
 * What an email says, as plain text and as HTML with the same content.
 *
 * @param calendar the dates it speaks of, to be sent along; null for none
 */
public record ComposedEmail(
    String subject, String text, String html, @Nullable CalendarFile calendar) {

  public ComposedEmail(String subject, String text, String html) {
    this(subject, text, html, null);
  }
}
