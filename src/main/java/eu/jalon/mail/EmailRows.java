package eu.jalon.mail;

import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.Language;
import eu.jalon.shared.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Maps rows to e-mails. */
public final class EmailRows {

  public static final String SELECT =
      """
      select l.id, l.person_id, l.to_address, l.on_date, l.kind, l.about_id, l.language, l.status,
             l.subject, l.message_id, l.attempts, l.queued_at, l.closed_at, l.reply, l.not_sent,
             l.bounced_at, l.bounce, l.lasting, l.resend_of, l.resend_by, l.resend_reason,
             array(select r.ref from email_commitment r
                   where r.email_id = l.id order by r.ref) as refs
      from email l
      """;

  private EmailRows() {}

  static Email email(ResultSet row, int n) throws SQLException {
    OffsetDateTime closedAt = row.getObject("closed_at", OffsetDateTime.class);
    String notSent = row.getString("not_sent");
    OffsetDateTime bouncedAt = row.getObject("bounced_at", OffsetDateTime.class);
    return new Email(
        row.getObject("id", UUID.class),
        new PersonId(row.getString("person_id")),
        new EmailAddress(row.getString("to_address")),
        row.getObject("on_date", LocalDate.class),
        row.getString("kind"),
        row.getLong("about_id"),
        Language.of(row.getString("language")),
        EmailStatus.valueOf(row.getString("status")),
        row.getString("subject"),
        Arrays.stream((Object[]) row.getArray("refs").getArray())
            .map(ref -> new CommitmentRef(ref.toString()))
            .toList(),
        row.getInt("attempts"),
        row.getString("message_id"),
        row.getObject("queued_at", OffsetDateTime.class).toInstant(),
        closedAt == null ? null : closedAt.toInstant(),
        row.getString("reply"),
        notSent == null ? null : NotSentReason.valueOf(notSent),
        bouncedAt == null ? null : bouncedAt.toInstant(),
        row.getString("bounce"),
        row.getBoolean("lasting"),
        resendOf(row));
  }

  private static Email.@Nullable Resend resendOf(ResultSet row) throws SQLException {
    UUID of = row.getObject("resend_of", UUID.class);
    return of == null
        ? null
        : new Email.Resend(
            of, new PersonId(row.getString("resend_by")), row.getString("resend_reason"));
  }

  /** A text cut to a length without splitting a surrogate pair. */
  public static String bounded(String text, int maxLength) {
    if (text.length() <= maxLength) {
      return text;
    }
    return text.substring(
        0, Character.isHighSurrogate(text.charAt(maxLength - 1)) ? maxLength - 1 : maxLength);
  }
}
