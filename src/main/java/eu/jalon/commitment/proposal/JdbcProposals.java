package eu.jalon.commitment.proposal;

import eu.jalon.commitment.JdbcCommitments;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
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
      select p.id, p.ref, p.kind, p.party, p.reason, p.proposed_at, p.proposed_by, p.status,
             p.closed_at, p.closed_by, p.close_reason,
             array(select l.party from commitment_lead l
                   where l.ref = p.ref and l.party <> p.party
                     and not exists (select 1 from proposal_confirmation c
                                     where c.proposal_id = p.id and c.party = l.party)) as awaited
      from proposal p
      """;

  private final JdbcClient jdbc;

  JdbcProposals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Inserts an open proposal; returns its id. */
  public long add(
      CommitmentRef ref,
      Proposal.Kind kind,
      PartyCode party,
      String reason,
      Instant at,
      PersonId by) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into proposal (ref, kind, party, reason, proposed_at, proposed_by, status)
            values (:ref, :kind, :party, :reason, :at, :by, 'OPEN')
            """)
        .param("ref", ref.value())
        .param("kind", kind.name())
        .param("party", party.value())
        .param("reason", reason)
        .param("at", JdbcCommitments.utc(at))
        .param("by", by.value())
        .update(key, "id");
    return Objects.requireNonNull(key.getKey()).longValue();
  }

  public Optional<Proposal> find(long id) {
    return jdbc.sql(SELECT + " where p.id = :id")
        .param("id", id)
        .query(JdbcProposals::proposal)
        .optional();
  }

  /** Returns the open proposals about a commitment, oldest first. */
  public List<Proposal> open(CommitmentRef ref) {
    return jdbc.sql(SELECT + " where p.ref = :ref and p.status = 'OPEN' order by p.id")
        .param("ref", ref.value())
        .query(JdbcProposals::proposal)
        .list();
  }

  /** Returns the open proposals about commitments in which a party takes part, oldest first. */
  public List<Proposal> open(PartyCode party) {
    return jdbc.sql(
            SELECT
                + """
                 where p.status = 'OPEN'
                   and exists (select 1 from commitment_lead o
                               where o.ref = p.ref and o.party = :party)
                 order by p.id
                """)
        .param("party", party.value())
        .query(JdbcProposals::proposal)
        .list();
  }

  public void confirm(long id, PartyCode party, Instant at, PersonId by) {
    jdbc.sql(
            """
            insert into proposal_confirmation (proposal_id, party, confirmed_at, confirmed_by)
            values (:id, :party, :at, :by)
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
    return new Proposal(
        row.getLong("id"),
        new CommitmentRef(row.getString("ref")),
        Proposal.Kind.valueOf(row.getString("kind")),
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
