package eu.jalon.commitment.follow;

import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.PersonId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores who follows a commitment; it is followed too under the references that it continues. */
@Repository
class JdbcFollowers {

  private static final String OF =
      """
      from commitment_follower
      where person_id = :person and (ref = :ref or ref in
        (select e.earlier from commitment_earlier e where e.ref = :ref))
      """;

  private final JdbcClient jdbc;

  JdbcFollowers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean exists(CommitmentRef ref, PersonId person) {
    return jdbc.sql("select count(*) " + OF)
            .param("person", person.value())
            .param("ref", ref.value())
            .query(Integer.class)
            .single()
        > 0;
  }

  void insert(CommitmentRef ref, PersonId person, Instant at) {
    jdbc.sql(
            """
            insert into commitment_follower (ref, person_id, followed_at)
            values (:ref, :person, :at)
            """)
        .param("ref", ref.value())
        .param("person", person.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Returns the rows deleted. */
  int delete(CommitmentRef ref, PersonId person) {
    return jdbc.sql("delete " + OF)
        .param("person", person.value())
        .param("ref", ref.value())
        .update();
  }

  void deleteAll(PersonId person) {
    jdbc.sql("delete from commitment_follower where person_id = :person")
        .param("person", person.value())
        .update();
  }
}
