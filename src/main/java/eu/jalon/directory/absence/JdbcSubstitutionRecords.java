package eu.jalon.directory.absence;

import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.PersonalRecords;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** For whom a person is the substitute, and the person's own absences and settings. */
@Repository
class JdbcSubstitutionRecords implements PersonalRecords {

  private final JdbcClient jdbc;

  JdbcSubstitutionRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String kind() {
    return "substitutions";
  }

  @Override
  public int count(PersonId person) {
    return jdbc.sql(
            """
            select (select count(*) from notification_setting where substitute_id = :person)
                 + (select count(*) from absence where substitute_id = :person)
            """)
        .param("person", person.value())
        .query(Integer.class)
        .single();
  }

  /** A successor does not become the substitute of oneself. */
  @Override
  public void handOver(PersonId from, PersonId to) {
    jdbc.sql(
            """
            update notification_setting
            set substitute_id = case when person_id = :to then null else :to end
            where substitute_id = :from
            """)
        .param("to", to.value())
        .param("from", from.value())
        .update();
    jdbc.sql(
            """
            update absence
            set substitute_id = case when person_id = :to then null else :to end
            where substitute_id = :from
            """)
        .param("to", to.value())
        .param("from", from.value())
        .update();
  }

  @Override
  public void release(PersonId person) {
    jdbc.sql("update notification_setting set substitute_id = null where substitute_id = :person")
        .param("person", person.value())
        .update();
    jdbc.sql("update absence set substitute_id = null where substitute_id = :person")
        .param("person", person.value())
        .update();
  }

  @Override
  public void erase(PersonId person, Optional<EmailAddress> address) {
    jdbc.sql("delete from notification_setting where person_id = :person")
        .param("person", person.value())
        .update();
    jdbc.sql("delete from absence where person_id = :person")
        .param("person", person.value())
        .update();
  }
}
