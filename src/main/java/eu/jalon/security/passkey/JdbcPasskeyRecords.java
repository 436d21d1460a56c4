package eu.jalon.security.passkey;

import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.PersonalRecords;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The passkeys of a person, which no one else takes over. */
@Repository
class JdbcPasskeyRecords implements PersonalRecords {

  private final JdbcClient jdbc;

  JdbcPasskeyRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String kind() {
    return "passkeys";
  }

  @Override
  public int count(PersonId person) {
    return 0;
  }

  @Override
  public void handOver(PersonId from, PersonId to) {
    // A passkey belongs to one person.
  }

  @Override
  public void release(PersonId person) {
    jdbc.sql(
            """
            delete from user_credentials
            where user_entity_user_id in (select id from user_entities where name = :person)
            """)
        .param("person", person.value())
        .update();
    jdbc.sql("delete from user_entities where name = :person")
        .param("person", person.value())
        .update();
  }

  @Override
  public void erase(PersonId person, Optional<EmailAddress> address) {
    release(person);
  }
}
