package eu.jalon.commitment.proposal;

import eu.jalon.commitment.JdbcCommitments;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Stores proposals and their confirmations. */
@Repository
public class JdbcProposals {

  private static final String SELECT =
      """
      select p.id, p.ref, p.meeting_id, p.kind, p.former, p.wanted, p.party, p.reason, p.proposed_at,
             p.proposed_by, p.status, p.closed_at, p.closed_by, p.close_reason,
             array(select a.party from proposal_party a
                   where a.proposal_id = p.id and a.confirmed_at is null) as awaited
      from proposal p
      """;

  private final JdbcClient jdbc;

  JdbcProposals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Inserts an open proposal; returns its id. */
  public long add(
      @Nullable CommitmentRef ref,
      @Nullable MeetingId meeting,
      Proposal.Act act,
      PartyCode party,
      String reason,
      Instant at,
      PersonId by) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into proposal
              (ref, meeting_id, kind, former, wanted, party, reason, proposed_at, proposed_by, status)
            values (:ref, :meeting, :kind, :former, :wanted, :party, :reason, :at, :by, 'OPEN')
            """)
        .param("ref", ref == null ? null : ref.value(), Types.VARCHAR)
        .param("meeting", meeting == null ? null : meeting.value(), Types.VARCHAR)
        .param("kind", act.kind().name())
        .param("former", act.former(), Types.VARCHAR)
        .param("wanted", act.wanted(), Types.VARCHAR)
        .param("party", party.value())
        .param("reason", reason)
        .param("at", JdbcCommitments.utc(at))
        .param("by", by.value())
        .update(key, "id");
    return Objects.requireNonNull(key.getKey()).longValue();
  }

  /** Adds the parties that a proposal awaits. */
  public void ask(long id, Collection<PartyCode> parties) {
    for (PartyCode party : parties) {
      jdbc.sql("insert into proposal_party (proposal_id, party) values (:id, :party)")
          .param("id", id)
          .param("party", party.value())
          .update();
    }
  }

  /** Replaces a ministry in open proposals by the one that it was merged into. */
  public void replaceMinistry(MinistryCode from, MinistryCode to) {
    jdbc.sql(
            """
            update proposal
            set former = case when former = :from then :to else former end,
                wanted = case when wanted = :from then :to else wanted end
            where kind = 'LEAD' and status = 'OPEN' and (former = :from or wanted = :from)
            """)
        .param("from", from.value())
        .param("to", to.value())
        .update();
  }

  public Optional<Proposal> find(long id) {
    return jdbc.sql(SELECT + " where p.id = :id")
        .param("id", id)
        .query(JdbcProposals::proposal)
        .optional();
  }

  /** Returns the answer of a party to a proposal. */
  public Proposal.Answer answer(long proposal, PartyCode party) {
    return jdbc.sql(
            "select id from proposal_party where proposal_id = :proposal and party = :party")
        .param("proposal", proposal)
        .param("party", party.value())
        .query(Long.class)
        .optional()
        .flatMap(this::answer)
        .orElseThrow();
  }

  /** Returns an answer to a proposal. */
  public Optional<Proposal.Answer> answer(long id) {
    record Row(long proposal, PartyCode party, @Nullable PersonId confirmedBy) {}
    return jdbc.sql("select proposal_id, party, confirmed_by from proposal_party where id = :id")
        .param("id", id)
        .query(
            (row, n) -> {
              String by = row.getString("confirmed_by");
              return new Row(
                  row.getLong("proposal_id"),
                  new PartyCode(row.getString("party")),
                  by == null ? null : new PersonId(by));
            })
        .optional()
        .flatMap(
            row ->
                find(row.proposal())
                    .map(
                        proposal ->
                            new Proposal.Answer(
                                id, proposal, row.party(), proposal.isEndedBy(row.confirmedBy()))));
  }

  /** Returns the open proposals about a commitment, oldest first. */
  public List<Proposal> open(CommitmentRef ref) {
    return jdbc.sql(SELECT + " where p.ref = :ref and p.status = 'OPEN' order by p.id")
        .param("ref", ref.value())
        .query(JdbcProposals::proposal)
        .list();
  }

  /** Returns the open proposals about a meeting, oldest first. */
  public List<Proposal> open(MeetingId meeting) {
    return jdbc.sql(SELECT + " where p.meeting_id = :meeting and p.status = 'OPEN' order by p.id")
        .param("meeting", meeting.value())
        .query(JdbcProposals::proposal)
        .list();
  }

  /** Returns the open proposals that a party made or was asked for, oldest first. */
  public List<Proposal> open(PartyCode party) {
    return jdbc.sql(
            SELECT
                + """
                 where p.status = 'OPEN'
                   and (p.party = :party
                     or exists (select 1 from proposal_party o
                                where o.proposal_id = p.id and o.party = :party))
                 order by p.id
                """)
        .param("party", party.value())
        .query(JdbcProposals::proposal)
        .list();
  }

  public void confirm(long id, PartyCode party, Instant at, PersonId by) {
    jdbc.sql(
            """
            update proposal_party
            set confirmed_at = :at, confirmed_by = :by
            where proposal_id = :id and party = :party
            """)
        .param("id", id)
        .param("party", party.value())
        .param("at", JdbcCommitments.utc(at))
        .param("by", by.value())
        .update();
  }

  /** Ends an open proposal; returns the rows changed. */
  public int close(
      long id, Proposal.Status status, Instant at, PersonId by, @Nullable String reason) {
    return jdbc.sql(
            """
            update proposal
            set status = :status, closed_at = :at, closed_by = :by, close_reason = :reason
            where id = :id and status = 'OPEN'
            """)
        .param("status", status.name())
        .param("at", JdbcCommitments.utc(at))
        .param("by", by.value())
        .param("reason", reason, Types.VARCHAR)
        .param("id", id)
        .update();
  }

  private static Proposal proposal(ResultSet row, int n) throws SQLException {
    OffsetDateTime closedAt = row.getObject("closed_at", OffsetDateTime.class);
    String closedBy = row.getString("closed_by");
    String ref = row.getString("ref");
    String meeting = row.getString("meeting_id");
    return new Proposal(
        row.getLong("id"),
        ref == null ? null : new CommitmentRef(ref),
        meeting == null ? null : new MeetingId(meeting),
        new Proposal.Act(
            Proposal.Kind.valueOf(row.getString("kind")),
            row.getString("former"),
            row.getString("wanted")),
        new PartyCode(row.getString("party")),
        row.getString("reason"),
        row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
        new PersonId(row.getString("proposed_by")),
        Proposal.Status.valueOf(row.getString("status")),
        parties(row.getArray("awaited")),
        closedAt == null || closedBy == null
            ? null
            : new Proposal.End(
                closedAt.toInstant(), new PersonId(closedBy), row.getString("close_reason")));
  }

  private static Set<PartyCode> parties(Array codes) throws SQLException {
    return Arrays.stream((Object[]) codes.getArray())
        .map(code -> new PartyCode(code.toString()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
