package eu.jalon.outbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Letters that were sent again, as rows linked to the first. */
@Repository
class JdbcLettersAgain {

  /** One a day: more than anybody sends of the same letter. */
  private static final int MOST = 200;

  private final JdbcClient jdbc;
  private final JdbcLetters letters;

  JdbcLettersAgain(JdbcClient jdbc, JdbcLetters letters) {
    this.jdbc = jdbc;
    this.letters = letters;
  }

  /** Lets nobody else send the letter again until the transaction ends. */
  void lock(UUID first) {
    jdbc.sql("select id from letter where id = :id for update")
        .param("id", first)
        .query(UUID.class)
        .single();
  }

  /** A letter and all that sent it again, in the order in which they were queued. */
  List<Letter> all(UUID first) {
    return letters.letters(
        LetterRows.SELECT
            + """
            where l.id = :first or l.again_of = :first
            order by case when l.again_of is null then 0 else 1 end, l.queued_at, l.id
            limit :most
            """,
        Map.of("first", first, "most", MOST));
  }

  void link(UUID id, Letter.Again again) {
    jdbc.sql(
            """
            update letter set again_of = :first, again_by = :person, again_why = :why
            where id = :id
            """)
        .param("first", again.of())
        .param("person", again.by().value())
        .param("why", again.why())
        .param("id", id)
        .update();
  }

  /** Closes a letter whose answer was lost; false where a dispatcher has taken it again. */
  boolean giveUp(UUID id, String reply, Instant at) {
    return jdbc.sql(
                """
                update letter
                set status = 'FAILED', reply = :reply, closed_at = :at,
                    lease_owner = null, lease_until = null
                where id = :id and status = 'UNKNOWN'
                """)
            .param("reply", reply)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("id", id)
            .update()
        == 1;
  }
}
