package eu.jalon.reminder.news;

import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.CommitmentRows;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.paging.Column;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the history of commitments for digests, and stores which digest tells whom of what. */
@Repository
class JdbcChangeNotices {

  private static final int CHUNK = 5000;

  /** {@code asked_by} is the person whose request or proposal an entry answers. */
  private static final String COLUMNS =
      """
      h.id, h.ref, h.what, h.old_value, h.new_value, h.reason, h.changed_at, h.changed_by, h.title,
      (select a.asked_by from reminder_asked a
       where a.ref = h.ref and a.asked_at <= h.changed_at
         and h.what like a.answers || '%' and (a.act is null or a.act = h.new_value)
       order by a.asked_at desc, a.id desc
       fetch first 1 rows only) as asked_by
      """;

  private final JdbcClient jdbc;

  JdbcChangeNotices(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The changes after a moment, oldest first. Left out are a report that repeats the status of the
   * ministry's last one, also of one about what the commitment continues, a deadline rule that
   * comes with its due date, all but the first language of a corrected text, and the second side of
   * a split.
   */
  List<RecordedChange> since(Instant since) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                from reminder_change h
                where h.changed_at > :since
                  and (h.what <> 'REPORTED' or h.new_value = 'DONE' or h.new_value <> coalesce(
                    (select p.new_value from reminder_change p where p.id =
                      (select max(q.id)
                       from reminder_reference r
                       join reminder_change q on q.ref = r.reference
                       where r.ref = h.ref and q.what = 'REPORTED' and q.old_value = h.old_value
                         and q.id < h.id)), 'ON_TRACK'))
                  and not (h.what = 'DEADLINE_RULE' and exists
                    (select 1 from reminder_change q
                     where q.ref = h.ref and q.what = 'DUE_DATE' and q.changed_at = h.changed_at))
                  and not (h.what in ('TITLE', 'SUMMARY') and exists
                    (select 1 from reminder_change q
                     where q.ref = h.ref and q.what = h.what and q.changed_at = h.changed_at
                       and q.id < h.id))
                  and not (h.what = 'SPLIT' and h.new_value is null)
                order by h.id
                """)
        .param("since", utc(since))
        .query((row, n) -> recorded(row))
        .list();
  }

  private record Part(CommitmentRef ref, MinistryCode ministry, boolean lead) {}

  /** The ministries of the commitments that changed after a moment. */
  Map<CommitmentRef, ConcernedPeople.Ministries> ministries(Instant since) {
    Map<CommitmentRef, ConcernedPeople.Ministries> byRef = new HashMap<>();
    jdbc.sql(
            """
            select m.ref, m.ministry, m.audience
            from reminder_ministry m
            where m.ref in (select h.ref from reminder_change h where h.changed_at > :since)
            order by m.ref, m.ministry
            """)
        .param("since", utc(since))
        .query(
            (row, n) ->
                new Part(
                    new CommitmentRef(row.getString("ref")),
                    new MinistryCode(row.getString("ministry")),
                    row.getString("audience").equals("LEAD")))
        .list()
        .forEach(
            part -> {
              ConcernedPeople.Ministries parts =
                  byRef.computeIfAbsent(
                      part.ref(),
                      ref -> new ConcernedPeople.Ministries(new ArrayList<>(), new ArrayList<>()));
              (part.lead() ? parts.leads() : parts.associated()).add(part.ministry());
            });
    return byRef;
  }

  /**
   * The changes after a moment of which people were told, or will be by a digest on its way; those
   * of a digest that was dropped, refused or returned do not count.
   */
  Map<PersonId, Set<Long>> told(Instant since) {
    Map<PersonId, Set<Long>> told = new HashMap<>();
    jdbc.sql(
            """
            select n.person_id, n.change_id
            from change_notice n
            join reminder_change h on h.id = n.change_id
            join reminder_email e on e.id = n.email_id
            where h.changed_at > :since and e.status not in ('FAILED', 'DROPPED', 'BOUNCED')
            """)
        .param("since", utc(since))
        .query(
            row -> {
              told.computeIfAbsent(
                      new PersonId(row.getString("person_id")), person -> new HashSet<>())
                  .add(row.getLong("change_id"));
            });
    return told;
  }

  /** The people who have their ministry and role since a later moment than the given one. */
  Map<PersonId, Instant> placed(Instant since) {
    Map<PersonId, Instant> placed = new HashMap<>();
    jdbc.sql("select id, placed_at from reminder_person where placed_at > :since")
        .param("since", utc(since))
        .query(
            row -> {
              placed.put(
                  new PersonId(row.getString("id")),
                  row.getObject("placed_at", OffsetDateTime.class).toInstant());
            });
    return placed;
  }

  /** The people who follow commitments that changed after a moment, by commitment. */
  Map<CommitmentRef, List<Follower>> followers(Instant since) {
    return jdbc
        .sql(
            """
            select f.ref, f.person_id, f.series_id, min(f.followed_at) as followed_at
            from reminder_follower f
            where f.ref in (select h.ref from reminder_change h where h.changed_at > :since)
            group by f.ref, f.person_id, f.series_id
            order by f.ref, f.person_id
            """)
        .param("since", utc(since))
        .query(
            (row, n) ->
                new Follower(
                    new CommitmentRef(row.getString("ref")),
                    new PersonId(row.getString("person_id")),
                    row.getString("series_id"),
                    row.getObject("followed_at", OffsetDateTime.class).toInstant()))
        .stream()
        .collect(Collectors.groupingBy(Follower::ref));
  }

  private record Notice(PersonId person, ChangeNotice notice, UUID digest) {}

  /** Records the notices of each person's digest. */
  void record(Map<PersonId, List<ChangeNotice>> told, Map<PersonId, UUID> digests) {
    List<Notice> all = new ArrayList<>();
    told.forEach(
        (person, notices) -> {
          UUID digest = digests.get(person);
          if (digest != null) {
            notices.forEach(notice -> all.add(new Notice(person, notice, digest)));
          }
        });
    for (int from = 0; from < all.size(); from += CHUNK) {
      insert(all.subList(from, Math.min(all.size(), from + CHUNK)));
    }
  }

  private void insert(List<Notice> notices) {
    jdbc.sql(
            """
            insert into change_notice (person_id, change_id, concerned_role, email_id)
            select n.person, cast(n.entry as bigint), n.concerned_role, cast(n.email as uuid)
            from unnest(cast(:person as varchar array), cast(:entry as varchar array),
                        cast(:role as varchar array), cast(:email as varchar array))
              as n (person, entry, concerned_role, email)
            """)
        .param("person", Column.of(notices, each -> each.person().value()))
        .param("entry", Column.of(notices, each -> each.notice().id()))
        .param("role", Column.of(notices, each -> each.notice().role()))
        .param("email", Column.of(notices, Notice::digest))
        .update();
  }

  /** A change in a digest. */
  record Told(UUID digest, RecordedChange recorded, ConcernedRole role) {}

  /** The changes in digests, oldest first. */
  List<Told> in(Collection<UUID> digests) {
    if (digests.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            "select n.email_id, n.concerned_role, "
                + COLUMNS
                + """
                from change_notice n
                join reminder_change h on h.id = n.change_id
                where n.email_id in (:digests)
                order by h.id
                """)
        .param("digests", digests)
        .query(
            (row, n) ->
                new Told(
                    row.getObject("email_id", UUID.class),
                    recorded(row),
                    ConcernedRole.valueOf(row.getString("concerned_role"))))
        .list();
  }

  /**
   * Copies the notices of a digest to the one that sends it again, without what the person was told
   * by other digests meanwhile.
   *
   * @param sent the digest and those that sent it again before
   */
  void copyToResend(UUID digest, UUID resend, Collection<UUID> sent) {
    jdbc.sql(
            """
            insert into change_notice (person_id, change_id, concerned_role, email_id)
            select n.person_id, n.change_id, n.concerned_role, cast(:resend as uuid)
            from change_notice n
            where n.email_id = :digest and not exists
              (select 1 from change_notice o
               join reminder_email e on e.id = o.email_id
               where o.person_id = n.person_id and o.change_id = n.change_id
                 and o.email_id not in (:sent)
                 and e.status not in ('FAILED', 'DROPPED', 'BOUNCED'))
            """)
        .param("resend", resend)
        .param("digest", digest)
        .param("sent", sent)
        .update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private static RecordedChange recorded(ResultSet row) throws SQLException {
    String askedBy = row.getString("asked_by");
    return new RecordedChange(
        row.getLong("id"),
        new CommitmentChange(
            new CommitmentRef(row.getString("ref")),
            CommitmentChange.Type.valueOf(row.getString("what")),
            row.getString("old_value"),
            row.getString("new_value"),
            row.getString("reason"),
            row.getObject("changed_at", OffsetDateTime.class).toInstant(),
            new PersonId(row.getString("changed_by"))),
        CommitmentRows.title(row),
        askedBy == null ? null : new PersonId(askedBy));
  }
}
