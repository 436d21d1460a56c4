package eu.jalon.mail;

import eu.jalon.mail.message.CalendarFile;
import org.jspecify.annotations.Nullable;

/**
 * A composed e-mail; plain text and HTML have the same content.
 *
 * @param calendar the attached calendar file, if any
 * @param secret a part of both texts that is sent but not stored, if any; letters, digits, {@code
 *     -} and {@code _} only
 */
public record ComposedEmail(
    String subject,
    String text,
    String html,
    @Nullable CalendarFile calendar,
    @Nullable String secret) {

  public ComposedEmail(String subject, String text, String html, @Nullable CalendarFile calendar) {
    this(subject, text, html, calendar, null);
  }

  public ComposedEmail(String subject, String text, String html) {
    this(subject, text, html, null);
  }
}
