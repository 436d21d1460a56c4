package eu.jalon.reminder.wording;

import eu.jalon.shared.text.CompiledTemplates;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/** Renders e-mails as HTML and plain text. */
public final class EmailTemplates {

  private static final int MAX_KIBIBYTES = 60;

  /** An e-mail as it is sent. */
  public record Rendered(String subject, String text, String html) {}

  /**
   * Renders an e-mail with so many items that its HTML has at most {@value #MAX_KIBIBYTES} KiB:
   * webmail clips longer ones.
   *
   * @param write writes the e-mail with at most so many entries: action items of each role, then
   *     changes
   */
  public Rendered fitting(IntFunction<EmailContent> write) {
    int most = 2 * DigestWriter.MAX_LISTED;
    EmailContent email = write.apply(most);
    String html = html(email);
    while (html.getBytes(StandardCharsets.UTF_8).length > MAX_KIBIBYTES * 1024 && most > 1) {
      most = most * 3 / 4;
      email = write.apply(most);
      html = html(email);
    }
    return new Rendered(email.subject(), text(email), html);
  }

  public String text(EmailContent email) {
    return PlainText.of(email);
  }

  public String html(EmailContent email) {
    return CompiledTemplates.render("reminder/wording/digest.jte", email);
  }
}
