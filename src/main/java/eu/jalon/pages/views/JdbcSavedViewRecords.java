package eu.jalon.pages.views;

import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.PersonalRecords;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The views that a person saved. */
@Repository
class JdbcSavedViewRecords implements PersonalRecords {

  private final JdbcClient jdbc;

  JdbcSavedViewRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String kind() {
    return "views";
  }

  @Override
  public int count(PersonId person) {
    return jdbc.sql("select count(*) from saved_view where person_id = :person")
        .param("person", person.value())
        .query(Integer.class)
        .single();
  }

  /** Views whose names the successor uses are not handed over; the opening view stays the own. */
  @Override
  public void handOver(PersonId from, PersonId to) {
    jdbc.sql(
            """
            update saved_view
            set person_id = :to, opening = false
            where person_id = :from
              and name not in (select own.name from saved_view own where own.person_id = :to)
            """)
        .param("to", to.value())
        .param("from", from.value())
        .update();
  }

  @Override
  public void release(PersonId person) {
    jdbc.sql("delete from saved_view where person_id = :person")
        .param("person", person.value())
        .update();
  }

  @Override
  public void erase(PersonId person, Optional<EmailAddress> address) {
    release(person);
  }
}
