package eu.jalon.mail;

import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.PersonalRecords;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The e-mails to a person. Unsent ones are dropped when they are composed, because their recipient
 * is none any more.
 */
@Repository
class JdbcPersonalEmails implements PersonalRecords {

  /** In the place of the address of an erased person; reserved by RFC 2606. */
  private static final String NO_ADDRESS = "erased@jalon.invalid";

  private final JdbcClient jdbc;

  JdbcPersonalEmails(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String kind() {
    return "emails";
  }

  @Override
  public int count(PersonId person) {
    return 0;
  }

  @Override
  public void handOver(PersonId from, PersonId to) {
    // The next e-mail of the successor contains what is still current.
  }

  @Override
  public void release(PersonId person) {
    // Composing finds no recipient.
  }

  /**
   * Removes addresses and texts of e-mails, and of replies to them; what was sent when and about
   * what stays.
   */
  @Override
  public void erase(PersonId person, Optional<EmailAddress> address) {
    jdbc.sql(
            """
            update email
            set to_address = :none, message = null, reply = null, bounce = null
            where person_id = :person
            """)
        .param("none", NO_ADDRESS)
        .param("person", person.value())
        .update();
    jdbc.sql("update email_reply set from_address = :none, body = '' where person_id = :person")
        .param("none", NO_ADDRESS)
        .param("person", person.value())
        .update();
    address.ifPresent(
        known ->
            jdbc.sql("delete from undeliverable_address where address = :address")
                .param("address", known.value().toLowerCase(Locale.ROOT))
                .update());
  }
}
