package eu.jalon.commitment;

import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.commitment.deadline.DueOffset;
import eu.jalon.directory.Viewer;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.text.TextColumn;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class JdbcCommitments {

  static final String COLUMNS =
      """
      select c.ref, c.meeting_id, c.theme, c.title, c.summary,
             c.track, c.accountable, c.deadline_rule, c.due_on, c.status,
             array(select l.ministry from commitment_lead l where l.ref = c.ref) as leads,
             array(select a.ministry from commitment_associate a where a.ref = c.ref) as associated,
             c.health, c.slips, c.priority, c.process_instance_id, c.declaration_id, c.source_text,
             c.closed_on, c.restricted, c.version,
             t.title as theme_title
      """;

  static final String FROM =
      """

      from commitment c
      join commitment_theme t on t.meeting_id = c.meeting_id and t.number = c.theme
      """;

  private static final String SELECT = COLUMNS + FROM;

  private final JdbcClient jdbc;
  private final NamedParameterJdbcOperations batches;

  JdbcCommitments(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** A commitment to be inserted, with its computed due date, its summit and its marking. */
  public record Entry(
      NewCommitment commitment,
      @Nullable LocalDate dueOn,
      @Nullable MeetingId summit,
      boolean restricted) {}

  private record ThemeKey(MeetingId meeting, int number) {

    static ThemeKey of(CommitmentRef ref) {
      return new ThemeKey(ref.meeting(), ref.theme());
    }
  }

  private Map<ThemeKey, LocalText> themes(List<Entry> entries) {
    List<String> meetings =
        entries.stream()
            .map(entry -> entry.commitment().ref().meeting().value())
            .distinct()
            .toList();
    Map<ThemeKey, LocalText> themes = new HashMap<>();
    if (!meetings.isEmpty()) {
      jdbc.sql(
              "select meeting_id, number, title from commitment_theme where meeting_id in"
                  + " (:meetings)")
          .param("meetings", meetings)
          .query(
              (RowCallbackHandler)
                  row ->
                      themes.put(
                          new ThemeKey(
                              new MeetingId(row.getString("meeting_id")), row.getInt("number")),
                          TextColumn.read(row, "title")));
    }
    return themes;
  }

  public void insert(List<Entry> entries, Instant at, PersonId by) {
    batches.batchUpdate(
        """
        insert into commitment
          (ref, meeting_id, theme, position, title, summary, track,
           accountable, deadline_rule, due_meeting_id, due_on, status,
           declaration_id, source_text, entered_at, entered_by, closed_on,
           first_due_on, restricted)
        values
          (:ref, :meeting, :theme, :position, :title, :summary, :track,
           :accountable, :deadline, :summit, :dueOn, :status,
           :declaration, :source, :at, :by, :closedOn, :dueOn, :restricted)
        """,
        entries.stream()
            .map(entry -> CommitmentRows.parameters(entry, at, by))
            .toArray(MapSqlParameterSource[]::new));
    Map<ThemeKey, LocalText> themes = themes(entries);
    batches.batchUpdate(
        """
        insert into commitment_search (ref, meeting_id, theme, position, words)
        values (:ref, :meeting, :theme, :position, :words)
        """,
        entries.stream()
            .map(
                entry ->
                    CommitmentRows.searchParameters(
                        entry, themes.get(ThemeKey.of(entry.commitment().ref()))))
            .toArray(MapSqlParameterSource[]::new));
    batches.batchUpdate(
        "insert into commitment_lead (ref, party, ministry) values (:ref, :party, :ministry)",
        entries.stream()
            .map(Entry::commitment)
            .flatMap(
                c -> c.leads().all().stream().map(lead -> CommitmentRows.leadParameters(c, lead)))
            .toArray(MapSqlParameterSource[]::new));
    batches.batchUpdate(
        "insert into commitment_associate (ref, ministry) values (:ref, :ministry)",
        entries.stream()
            .map(Entry::commitment)
            .flatMap(
                c ->
                    c.leads().associated().stream()
                        .map(
                            ministry ->
                                new MapSqlParameterSource("ref", c.ref().value())
                                    .addValue("ministry", ministry.value())))
            .toArray(MapSqlParameterSource[]::new));
  }

  public void setProcessInstances(Map<CommitmentRef, String> instances) {
    batches.batchUpdate(
        "update commitment set process_instance_id = :instance where ref = :ref",
        instances.entrySet().stream()
            .map(
                e ->
                    new MapSqlParameterSource("ref", e.getKey().value())
                        .addValue("instance", e.getValue()))
            .toArray(MapSqlParameterSource[]::new));
  }

  /** Returns those of the given references that already exist. */
  public List<String> existing(Collection<CommitmentRef> refs) {
    List<String> found = new ArrayList<>();
    List<String> all = refs.stream().map(CommitmentRef::value).toList();
    for (int from = 0; from < all.size(); from += 1000) {
      found.addAll(
          jdbc.sql("select ref from commitment where ref in (:refs) order by ref")
              .param("refs", all.subList(from, Math.min(all.size(), from + 1000)))
              .query(String.class)
              .list());
    }
    return found;
  }

  /** Returns the commitments in progress that a ministry leads or is associated with. */
  public List<CommitmentRef> inProgressOf(MinistryCode ministry) {
    return jdbc.sql(
            """
            select c.ref from commitment c
            where c.status = 'IN_PROGRESS'
              and (exists (select 1 from commitment_lead l
                           where l.ref = c.ref and l.ministry = :ministry)
                or exists (select 1 from commitment_associate a
                           where a.ref = c.ref and a.ministry = :ministry))
            order by c.ref
            """)
        .param("ministry", ministry.value())
        .query((row, n) -> new CommitmentRef(row.getString("ref")))
        .list();
  }

  /** Returns the number of commitments in progress that a ministry leads. */
  public int countLedBy(MinistryCode ministry) {
    return jdbc.sql(
            """
            select count(*)
            from commitment c
            join commitment_lead l on l.ref = c.ref
            where l.ministry = :ministry and c.status = 'IN_PROGRESS'
            """)
        .param("ministry", ministry.value())
        .query(Integer.class)
        .single();
  }

  /** Returns the meetings whose commitments in progress have a lead ministry of a party. */
  public List<MeetingId> meetingsLedBy(PartyCode party) {
    return jdbc.sql(
            """
            select distinct c.meeting_id
            from commitment c
            join commitment_lead l on l.ref = c.ref
            where l.party = :party and c.status = 'IN_PROGRESS'
            """)
        .param("party", party.value())
        .query((row, n) -> new MeetingId(row.getString("meeting_id")))
        .list();
  }

  /** Returns commitments in progress without a title in a language, at most the given number. */
  public List<Commitment> untranslated(Language language, Viewer viewer, int most) {
    CommitmentCriteria where =
        new CommitmentCriteria()
            .and("c.status = 'IN_PROGRESS'")
            .and("c.title not like :title", "title", "%\"" + language.code() + "\":\"%")
            .inSeriesOf(viewer);
    Map<String, Object> parameters = new LinkedHashMap<>(where.parameters());
    parameters.put("most", most);
    return rows(
        SELECT
            + where.sql()
            + """
             order by c.meeting_id desc, c.theme, c.position
            limit :most
            """,
        parameters);
  }

  /** Returns the commitments that a person follows, under their last references. */
  public List<Commitment> followedBy(PersonId person, Viewer viewer) {
    CommitmentCriteria where =
        new CommitmentCriteria()
            .and("c.status <> 'CARRIED_OVER'")
            .and(
                """
                c.ref in
                  (select f.ref from commitment_follower f where f.person_id = :person
                   union all
                   select e.ref from commitment_earlier e
                   join commitment_follower f on f.ref = e.earlier and f.person_id = :person)
                """,
                "person",
                person.value())
            .visibleTo(viewer);
    return rows(
        SELECT + where.sql() + " order by c.meeting_id desc, c.theme, c.position",
        where.parameters());
  }

  /** Gives a commitment another title, over the version that was read; returns the rows changed. */
  public int retitle(Commitment commitment, LocalText title) {
    jdbc.sql("update commitment_search set words = concat(words, :words) where ref = :ref")
        .param("words", SearchText.of(title.texts().values().stream()))
        .param("ref", commitment.ref().value())
        .update();
    return jdbc.sql(
            """
            update commitment set title = :title, version = version + 1
            where ref = :ref and version = :version
            """)
        .param("title", TextColumn.write(title))
        .param("ref", commitment.ref().value())
        .param("version", commitment.version())
        .update();
  }

  /**
   * Writes what was corrected in a commitment over the version that was read; its lead ministries
   * have their own method. A restriction covers the commitments that it continues too.
   *
   * @param position its position in another theme; null if the theme stays
   * @return the rows changed
   */
  public int correct(Commitment corrected, @Nullable Integer position) {
    int changed =
        jdbc.sql(
                """
                update commitment
                set title = :title, summary = :summary, theme = :theme,
                    position = coalesce(cast(:position as integer), position), track = :track,
                    accountable = :accountable, deadline_rule = :deadline, due_on = :dueOn,
                    first_due_on = coalesce(first_due_on, :dueOn), restricted = :restricted,
                    version = version + 1
                where ref = :ref and version = :version
                """)
            .paramSource(
                CommitmentRows.correctedParameters(corrected)
                    .addValue("position", position, Types.INTEGER))
            .update();
    if (changed == 1) {
      jdbc.sql(
              """
              update commitment_search
              set words = :words, theme = :theme,
                  position = coalesce(cast(:position as integer), position)
              where ref = :ref
              """)
          .param("words", CommitmentRows.searchWords(corrected))
          .param("theme", corrected.theme().number())
          .param("position", position, Types.INTEGER)
          .param("ref", corrected.ref().value())
          .update();
      jdbc.sql("delete from commitment_associate where ref = :ref")
          .param("ref", corrected.ref().value())
          .update();
      insertAssociates(corrected.ref(), corrected.leads().associated());
      if (corrected.restricted()) {
        jdbc.sql(
                """
                update commitment set restricted = true
                where ref in (select e.earlier from commitment_earlier e where e.ref = :ref)
                """)
            .param("ref", corrected.ref().value())
            .update();
      }
    }
    return changed;
  }

  private void insertAssociates(CommitmentRef ref, List<MinistryCode> associated) {
    batches.batchUpdate(
        "insert into commitment_associate (ref, ministry) values (:ref, :ministry)",
        associated.stream()
            .map(
                ministry ->
                    new MapSqlParameterSource("ref", ref.value())
                        .addValue("ministry", ministry.value()))
            .toArray(MapSqlParameterSource[]::new));
  }

  public Optional<Commitment> find(CommitmentRef ref, Viewer viewer) {
    CommitmentCriteria where =
        new CommitmentCriteria().and("c.ref = :ref", "ref", ref.value()).visibleTo(viewer);
    return rows(SELECT + where.sql(), where.parameters()).stream().findFirst();
  }

  /** Returns whether a declaration holds a restricted commitment that the viewer may not see. */
  boolean hidesPartOf(UUID declaration, Viewer viewer) {
    CommitmentCriteria seen = new CommitmentCriteria().visibleTo(viewer);
    return jdbc.sql(
                "select count(*) from commitment r where r.declaration_id = :declaration"
                    + " and r.restricted and r.ref not in (select c.ref from commitment c"
                    + seen.sql()
                    + ")")
            .params(seen.parameters())
            .param("declaration", declaration)
            .query(Long.class)
            .single()
        > 0;
  }

  List<Commitment> rows(String sql, Map<String, ?> parameters) {
    return jdbc.sql(sql).params(parameters).query(CommitmentRows::commitment).list();
  }

  /** Returns the commitments in progress of a summit, ordered by reference. */
  public List<Commitment> inProgressFor(MeetingId summit) {
    return rows(
        SELECT + " where c.due_meeting_id = :summit and c.status = 'IN_PROGRESS' order by c.ref",
        Map.of("summit", summit.value()));
  }

  /** Returns the dates from which the due dates of items are computed. */
  public Map<CommitmentRef, DueOffset.CommitmentDates> dates(Collection<CommitmentRef> refs) {
    Map<CommitmentRef, DueOffset.CommitmentDates> dates = new HashMap<>();
    jdbc.sql(
            """
            select c.ref, c.due_on, m.held_on
            from commitment c
            left join commitment_meeting m on m.id = c.due_meeting_id
            where c.ref = any(:refs)
            """)
        .param("refs", values(refs))
        .query(
            (RowCallbackHandler)
                row ->
                    dates.put(
                        new CommitmentRef(row.getString("ref")),
                        new DueOffset.CommitmentDates(
                            row.getObject("due_on", LocalDate.class),
                            row.getObject("held_on", LocalDate.class))));
    return dates;
  }

  private static String[] values(Collection<CommitmentRef> refs) {
    return refs.stream().map(CommitmentRef::value).toArray(String[]::new);
  }

  /** Returns the date of the summit on which the deadline depends; empty while it has none. */
  public Optional<LocalDate> summitDate(CommitmentRef ref) {
    return jdbc.sql(
            """
            select m.held_on
            from commitment c
            join commitment_meeting m on m.id = c.due_meeting_id
            where c.ref = :ref and m.held_on is not null
            """)
        .param("ref", ref.value())
        .query(LocalDate.class)
        .optional();
  }

  /** Returns when a commitment was entered. */
  public Instant enteredAt(CommitmentRef ref) {
    return jdbc.sql("select entered_at from commitment where ref = :ref")
        .param("ref", ref.value())
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }

  /** Sets the deadline rule and the resulting due date of a commitment in progress. */
  public void setDeadline(CommitmentRef ref, DeadlineRule rule, @Nullable LocalDate dueOn) {
    jdbc.sql(
            """
            update commitment
            set deadline_rule = :rule, due_on = :dueOn, version = version + 1
            where ref = :ref and status = 'IN_PROGRESS'
            """)
        .param("rule", rule.toString())
        .param("dueOn", dueOn, Types.DATE)
        .param("ref", ref.value())
        .update();
  }

  /** Sets the lead ministry of the ministry's party for a commitment in progress. */
  public void setLead(CommitmentRef ref, MinistryCode lead) {
    int changed =
        jdbc.sql(
                """
                update commitment
                set version = version + 1
                where ref = :ref and status = 'IN_PROGRESS'
                """)
            .param("ref", ref.value())
            .update();
    if (changed == 1) {
      jdbc.sql("update commitment_lead set ministry = :lead where ref = :ref and party = :party")
          .param("lead", lead.value())
          .param("ref", ref.value())
          .param("party", lead.party().value())
          .update();
    }
  }

  public int close(CommitmentRef ref, CommitmentStatus status, LocalDate on) {
    return jdbc.sql(
            """
            update commitment
            set status = :status, closed_on = :on, version = version + 1
            where ref = :ref and status = 'IN_PROGRESS'
            """)
        .param("status", status.name())
        .param("on", on)
        .param("ref", ref.value())
        .update();
  }

  /**
   * Puts a closed commitment in progress again, over the version that was read; its process is
   * started by the caller.
   *
   * @param summit the summit at which it is due
   * @return the rows changed
   */
  public int reopen(Commitment commitment, @Nullable MeetingId summit, @Nullable LocalDate dueOn) {
    return jdbc.sql(
            """
            update commitment
            set status = 'IN_PROGRESS', closed_on = null, due_meeting_id = :summit,
                due_on = :dueOn, version = version + 1
            where ref = :ref and version = :version and status <> 'IN_PROGRESS'
            """)
        .param("summit", summit == null ? null : summit.value(), Types.VARCHAR)
        .param("dueOn", dueOn, Types.DATE)
        .param("ref", commitment.ref().value())
        .param("version", commitment.version())
        .update();
  }

  /**
   * Locks the row until the transaction ends, so that concurrent changes of one commitment run one
   * after the other.
   */
  public void lock(CommitmentRef ref) {
    lock(List.of(ref));
  }

  /** Locks several rows, by reference. */
  public void lock(Collection<CommitmentRef> refs) {
    jdbc.sql("select ref from commitment where ref = any(:refs) order by ref for update")
        .param("refs", values(refs))
        .query(String.class)
        .list();
  }

  public void setHealth(CommitmentRef ref, Health health) {
    jdbc.sql("update commitment set health = :health, version = version + 1 where ref = :ref")
        .param("health", health.name())
        .param("ref", ref.value())
        .update();
  }

  /** Returns the number of commitments of each theme by status and health, latest meeting first. */
  /** Returns the counts of each theme with one pass over an index, latest meeting first. */
  List<ThemeCounts> themeCounts(LocalDate today, Viewer viewer) {
    CommitmentCriteria where = new CommitmentCriteria().inSeriesOf(viewer, "t");
    return jdbc.sql(
            """
            select t.meeting_id, t.number as theme, t.title as theme_title, m.name, %s
            from (select c.meeting_id, c.theme, c.status, c.health, %s
                  from commitment c
                  group by c.meeting_id, c.theme, c.status, c.health) c
            join commitment_theme t on t.meeting_id = c.meeting_id and t.number = c.theme
            join commitment_meeting m on m.id = t.meeting_id%s
            group by t.meeting_id, t.number, t.title, m.name, m.held_on
            order by m.held_on desc nulls first, t.meeting_id, t.number
            """
                .formatted(CommitmentRows.COUNTS, CommitmentRows.NUMBERS, where.sql()))
        .params(where.parameters())
        .param("today", today)
        .query(
            (row, n) ->
                new ThemeCounts(
                    CommitmentRows.theme(row),
                    TextColumn.read(row, "name"),
                    CommitmentRows.figures(row, ""),
                    row.getInt("carried_over"),
                    row.getInt("withdrawn")))
        .list();
  }

  public static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
