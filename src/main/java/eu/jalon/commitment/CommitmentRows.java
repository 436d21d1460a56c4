package eu.jalon.commitment;

import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.meeting.Theme;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.paging.Page;
import eu.jalon.shared.text.TextColumn;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Maps commitments to SQL parameters and from result sets. */
public final class CommitmentRows {

  /**
   * Counts commitments {@code c} for {@link #COUNTS}: {@code n} of them, {@code passed} of which
   * have a due date before the day {@code :today}. The status is not tested for each commitment:
   * rows are grouped by it, and {@link #COUNTS} takes the groups in progress.
   */
  public static final String NUMBERS =
      "count(*) as n, count(case when c.due_on < :today then 1 end) as passed";

  /**
   * The numbers of commitments by status and health, from rows {@code c} with a status, a health
   * and the {@link #NUMBERS}.
   */
  public static final String COUNTS =
      """
      sum(case when c.status = 'FULFILLED' then c.n else 0 end) as fulfilled,
      sum(case when c.status = 'IN_PROGRESS' and c.health = 'ON_TRACK' then c.n else 0 end) as on_track,
      sum(case when c.status = 'IN_PROGRESS' and c.health = 'AT_RISK' then c.n else 0 end) as at_risk,
      sum(case when c.status = 'IN_PROGRESS' and c.health = 'BLOCKED' then c.n else 0 end) as blocked,
      sum(case when c.status = 'IN_PROGRESS' and c.health = 'SILENT' then c.n else 0 end) as silent,
      sum(case when c.status = 'IN_PROGRESS' then c.passed else 0 end) as overdue,
      sum(case when c.status = 'CARRIED_OVER' then c.n else 0 end) as carried_over,
      sum(case when c.status = 'WITHDRAWN' then c.n else 0 end) as withdrawn
      """;

  private CommitmentRows() {}

  static MapSqlParameterSource parameters(JdbcCommitments.Entry entry, Instant at, PersonId by) {
    NewCommitment c = entry.commitment();
    MeetingId summit = entry.summit();
    LocalText summary = c.summary();
    NewCommitment.Source source = c.source();
    NewCommitment.Closing closing = c.closing();
    return new MapSqlParameterSource()
        .addValue("ref", c.ref().value())
        .addValue("meeting", c.ref().meeting().value())
        .addValue("theme", c.ref().theme())
        .addValue("position", c.ref().position())
        .addValue("title", TextColumn.write(c.title()))
        .addValue("summary", TextColumn.write(summary), Types.VARCHAR)
        .addValue("track", c.track().name())
        .addValue("accountable", c.leads().accountable().value())
        .addValue("deadline", c.deadline().toString())
        .addValue("summit", summit == null ? null : summit.value(), Types.VARCHAR)
        .addValue("dueOn", entry.dueOn(), Types.DATE)
        .addValue(
            "status", (closing == null ? CommitmentStatus.IN_PROGRESS : closing.status()).name())
        .addValue("declaration", source == null ? null : source.declaration(), Types.OTHER)
        .addValue("source", source == null ? null : source.text(), Types.VARCHAR)
        .addValue("at", JdbcCommitments.utc(at))
        .addValue("by", by.value())
        .addValue("closedOn", closing == null ? null : closing.on(), Types.DATE)
        .addValue("restricted", entry.restricted());
  }

  /** Returns the row of {@code commitment_lead} of one lead. */
  static MapSqlParameterSource leadParameters(NewCommitment commitment, MinistryCode lead) {
    return new MapSqlParameterSource("ref", commitment.ref().value())
        .addValue("party", lead.party().value())
        .addValue("ministry", lead.value());
  }

  /**
   * Returns the row of {@code commitment_search} with the text that searches match.
   *
   * @param theme the title of the theme, if it is known
   */
  static MapSqlParameterSource searchParameters(
      JdbcCommitments.Entry entry, @Nullable LocalText theme) {
    NewCommitment c = entry.commitment();
    NewCommitment.Source source = c.source();
    return new MapSqlParameterSource("ref", c.ref().value())
        .addValue("meeting", c.ref().meeting().value())
        .addValue("theme", c.ref().theme())
        .addValue("position", c.ref().position())
        .addValue(
            "words",
            searchWords(
                c.ref(), c.title(), theme, c.summary(), source == null ? null : source.text()));
  }

  /** Returns the parameters of what can be corrected in a commitment. */
  static MapSqlParameterSource correctedParameters(Commitment c) {
    return new MapSqlParameterSource()
        .addValue("ref", c.ref().value())
        .addValue("version", c.version())
        .addValue("title", TextColumn.write(c.title()))
        .addValue("summary", TextColumn.write(c.summary()), Types.VARCHAR)
        .addValue("theme", c.theme().number())
        .addValue("track", c.track().name())
        .addValue("accountable", c.leads().accountable().value())
        .addValue("deadline", c.deadline().toString())
        .addValue("restricted", c.restricted())
        .addValue("dueOn", c.dueOn().map(DueDate::day).orElse(null), Types.DATE);
  }

  /** Returns the text that searches match for a commitment. */
  static String searchWords(Commitment c) {
    return searchWords(c.ref(), c.title(), c.theme().title(), c.summary(), c.sourceText());
  }

  private static String searchWords(
      CommitmentRef ref,
      LocalText title,
      @Nullable LocalText theme,
      @Nullable LocalText summary,
      @Nullable String source) {
    List<String> texts = new ArrayList<>();
    texts.add(ref.value());
    texts.addAll(title.texts().values());
    if (theme != null) {
      texts.addAll(theme.texts().values());
    }
    if (summary != null) {
      texts.addAll(summary.texts().values());
    }
    if (source != null) {
      texts.add(source);
    }
    return SearchText.of(texts.stream());
  }

  /**
   * Reads a page with one statement, whose rows have the total number of items in the column {@code
   * total}.
   *
   * @param count counts the items if the page has no row
   */
  public static <T> Page<T> page(
      JdbcClient.StatementSpec statement,
      RowMapper<T> mapper,
      Page.Request request,
      LongSupplier count) {
    AtomicLong total = new AtomicLong();
    List<T> items =
        statement
            .query(
                (row, n) -> {
                  total.setPlain(row.getLong("total"));
                  return mapper.mapRow(row, n);
                })
            .list();
    boolean known = !items.isEmpty() || request.page() == 0;
    return Page.of(items, request, known ? total.getPlain() : count.getAsLong());
  }

  static Commitment commitment(ResultSet row, int n) throws SQLException {
    Leads leads =
        Leads.of(
            ministries(row.getArray("leads")),
            new PartyCode(row.getString("accountable")),
            ministries(row.getArray("associated")));
    LocalDate dueOn = row.getObject("due_on", LocalDate.class);
    return new Commitment(
        new CommitmentRef(row.getString("ref")),
        TextColumn.read(row, "title"),
        TextColumn.optional(row, "summary"),
        theme(row),
        Track.valueOf(row.getString("track")),
        leads,
        DeadlineRule.parse(row.getString("deadline_rule")),
        dueOn == null ? null : new DueDate(dueOn),
        CommitmentStatus.valueOf(row.getString("status")),
        Health.valueOf(row.getString("health")),
        row.getInt("slips"),
        Priority.valueOf(row.getString("priority")),
        row.getString("process_instance_id"),
        row.getObject("declaration_id", UUID.class),
        row.getString("source_text"),
        row.getObject("closed_on", LocalDate.class),
        row.getBoolean("restricted"),
        row.getInt("version"));
  }

  /**
   * Reads the leads from the columns {@code leads}, an array of ministry codes, and {@code
   * accountable}; without the associated ministries.
   */
  public static Leads leads(ResultSet row) throws SQLException {
    return Leads.of(
        ministries(row.getArray("leads")), new PartyCode(row.getString("accountable")), List.of());
  }

  private static List<MinistryCode> ministries(Array codes) throws SQLException {
    return Arrays.stream((Object[]) codes.getArray())
        .map(code -> new MinistryCode(code.toString()))
        .toList();
  }

  /**
   * Reads the title from the columns {@code ref} and {@code title}, which is null where a
   * restricted commitment is named by its reference.
   */
  public static LocalText title(ResultSet row) throws SQLException {
    LocalText title = TextColumn.optional(row, "title");
    return title == null ? RestrictedTitle.of(new CommitmentRef(row.getString("ref"))) : title;
  }

  /** Reads the theme from the columns {@code meeting_id}, {@code theme} and {@code theme_title}. */
  public static Theme theme(ResultSet row) throws SQLException {
    return new Theme(
        new MeetingId(row.getString("meeting_id")),
        row.getInt("theme"),
        TextColumn.read(row, "theme_title"));
  }

  /** Reads the columns of {@link #COUNTS} whose names have a prefix. */
  public static Figures figures(ResultSet row, String prefix) throws SQLException {
    return new Figures(
        row.getInt(prefix + "fulfilled"),
        row.getInt(prefix + "on_track"),
        row.getInt(prefix + "at_risk"),
        row.getInt(prefix + "blocked"),
        row.getInt(prefix + "silent"),
        row.getInt(prefix + "overdue"));
  }
}
