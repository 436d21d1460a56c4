package eu.jalon.actionitem.autosave;

import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.PersonalRecords;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The forms that a person began to fill in. */
@Repository
class JdbcAutosaveRecords implements PersonalRecords {

  private final JdbcClient jdbc;

  JdbcAutosaveRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String kind() {
    return "drafts";
  }

  @Override
  public int count(PersonId person) {
    return jdbc.sql(
            "select count(distinct action_item_id) from form_autosave where person_id = :person")
        .param("person", person.value())
        .query(Integer.class)
        .single();
  }

  /** A form that the successor began to fill in stays as it is. */
  @Override
  public void handOver(PersonId from, PersonId to) {
    jdbc.sql(
            """
            update form_autosave
            set person_id = :to
            where person_id = :from
              and action_item_id not in
                (select own.action_item_id from form_autosave own where own.person_id = :to)
            """)
        .param("to", to.value())
        .param("from", from.value())
        .update();
  }

  @Override
  public void release(PersonId person) {
    jdbc.sql("delete from form_autosave where person_id = :person")
        .param("person", person.value())
        .update();
  }

  @Override
  public void erase(PersonId person, Optional<EmailAddress> address) {
    release(person);
  }
}
