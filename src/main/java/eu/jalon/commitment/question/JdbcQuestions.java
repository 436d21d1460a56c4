package eu.jalon.commitment.question;

import eu.jalon.commitment.JdbcCommitments;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

@Repository
class JdbcQuestions {

  private static final String SELECT =
      """
      select id, ref, from_ministry, to_ministry, text, asked_at, asked_by,
             answer, answered_at, answered_by
      from question
      """;

  private final JdbcClient jdbc;

  JdbcQuestions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Inserts a question and returns it with its generated id. */
  Question add(Question question) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into question (ref, from_ministry, to_ministry, text, asked_at, asked_by)
            values (:ref, :from, :to, :text, :at, :by)
            """)
        .param("ref", question.ref().value())
        .param("from", question.from().value())
        .param("to", question.to().value())
        .param("text", question.text())
        .param("at", JdbcCommitments.utc(question.askedAt()))
        .param("by", question.askedBy().value())
        .update(key, "id");
    return new Question(
        Objects.requireNonNull(key.getKey()).longValue(),
        question.ref(),
        question.from(),
        question.to(),
        question.text(),
        question.askedAt(),
        question.askedBy(),
        null);
  }

  /** Puts the unanswered questions to a ministry before another one. */
  void replaceAsked(MinistryCode from, MinistryCode to) {
    jdbc.sql(
            "update question set to_ministry = :to where to_ministry = :from and answered_at is"
                + " null")
        .param("to", to.value())
        .param("from", from.value())
        .update();
  }

  /** Stores an answer; returns false if the question is already answered. */
  boolean answer(long id, Question.Answer answer) {
    return jdbc.sql(
                """
                update question
                set answer = :text, answered_at = :at, answered_by = :by
                where id = :id and answered_at is null
                """)
            .param("text", answer.text())
            .param("at", JdbcCommitments.utc(answer.at()))
            .param("by", answer.by().value())
            .param("id", id)
            .update()
        == 1;
  }

  long countUnanswered(CommitmentRef ref) {
    return jdbc.sql("select count(*) from question where ref = :ref and answered_at is null")
        .param("ref", ref.value())
        .query(Long.class)
        .single();
  }

  List<Question> of(CommitmentRef ref) {
    return jdbc.sql(SELECT + " where ref = :ref order by id")
        .param("ref", ref.value())
        .query(JdbcQuestions::question)
        .list();
  }

  /** Returns the unanswered questions, oldest first. */
  List<Question> unanswered(Collection<CommitmentRef> refs) {
    return jdbc.sql(
            SELECT
                + """
                 where ref = any(cast(:refs as varchar array)) and answered_at is null
                order by id
                """)
        .param("refs", refs.stream().map(CommitmentRef::value).toArray(String[]::new))
        .query(JdbcQuestions::question)
        .list();
  }

  Optional<Question> find(long id) {
    return jdbc.sql(SELECT + " where id = :id")
        .param("id", id)
        .query(JdbcQuestions::question)
        .optional();
  }

  private static Question question(ResultSet row, int n) throws SQLException {
    OffsetDateTime answeredAt = row.getObject("answered_at", OffsetDateTime.class);
    return new Question(
        row.getLong("id"),
        new CommitmentRef(row.getString("ref")),
        new MinistryCode(row.getString("from_ministry")),
        new MinistryCode(row.getString("to_ministry")),
        row.getString("text"),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        new PersonId(row.getString("asked_by")),
        answeredAt == null
            ? null
            : new Question.Answer(
                row.getString("answer"),
                answeredAt.toInstant(),
                new PersonId(row.getString("answered_by"))));
  }
}
