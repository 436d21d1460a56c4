package eu.jalon.commitment;

import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.meeting.JdbcMeetings;
import eu.jalon.meeting.Theme;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** Maps commitments to SQL parameters and from result sets. */
public final class CommitmentRows {

  private CommitmentRows() {}

  /** A commitment read without its associated ministries, which are stored in another table. */
  record Row(Commitment commitment) {

    CommitmentRef ref() {
      return commitment.ref();
    }

    Commitment with(List<MinistryCode> associated) {
      Commitment c = commitment;
      Leads leads = new Leads(c.leads().byParty(), c.leads().accountable(), associated);
      return new Commitment(
          c.ref(),
          c.title(),
          c.summary(),
          c.theme(),
          c.track(),
          leads,
          c.deadline(),
          c.due(),
          c.status(),
          c.health(),
          c.slips(),
          c.priority(),
          c.processInstance(),
          c.declaration(),
          c.sourceText(),
          c.closedOn(),
          c.version());
    }
  }

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
        .addValue("titleFr", c.title().fr())
        .addValue("titleNl", c.title().nl())
        .addValue("summaryFr", summary == null ? null : summary.fr(), Types.VARCHAR)
        .addValue("summaryNl", summary == null ? null : summary.nl(), Types.VARCHAR)
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
        .addValue("closedOn", closing == null ? null : closing.on(), Types.DATE);
  }

  /** Returns the row of {@code commitment_lead} of one lead. */
  static MapSqlParameterSource leadParameters(NewCommitment commitment, MinistryCode lead) {
    return new MapSqlParameterSource("ref", commitment.ref().value())
        .addValue("party", lead.party().value())
        .addValue("ministry", lead.value());
  }

  /** Returns the row of {@code commitment_search} with the text that searches match. */
  static MapSqlParameterSource searchParameters(JdbcCommitments.Entry entry) {
    NewCommitment c = entry.commitment();
    LocalText summary = c.summary();
    NewCommitment.Source source = c.source();
    Stream<@Nullable String> texts =
        Stream.of(
            c.ref().value(),
            c.title().fr(),
            c.title().nl(),
            summary == null ? null : summary.fr(),
            summary == null ? null : summary.nl(),
            source == null ? null : source.text());
    return new MapSqlParameterSource("ref", c.ref().value())
        .addValue("words", SearchText.of(texts.filter(Objects::nonNull).map(String::valueOf)));
  }

  static Row row(ResultSet row, int n) throws SQLException {
    Leads leads = leads(row);
    LocalDate dueOn = row.getObject("due_on", LocalDate.class);
    return new Row(
        new Commitment(
            new CommitmentRef(row.getString("ref")),
            new LocalText(row.getString("title_fr"), row.getString("title_nl"), null),
            summary(row),
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
            row.getInt("version")));
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
   * Reads the theme from the columns {@code origin_id}, {@code theme} and {@code theme_fr}, {@code
   * _nl}, {@code _en}.
   */
  public static Theme theme(ResultSet row) throws SQLException {
    return new Theme(
        new MeetingId(row.getString("meeting_id")),
        row.getInt("theme"),
        JdbcMeetings.text(row, "theme"));
  }

  public static ThemeCounts themeCounts(ResultSet row, int n) throws SQLException {
    return new ThemeCounts(
        new Theme(
            new MeetingId(row.getString("meeting_id")),
            row.getInt("number"),
            JdbcMeetings.text(row, "title")),
        row.getInt("fulfilled"),
        row.getInt("on_track"),
        row.getInt("at_risk"),
        row.getInt("blocked"),
        row.getInt("silent"),
        row.getInt("overdue"));
  }

  private static @Nullable LocalText summary(ResultSet row) throws SQLException {
    String french = row.getString("summary_fr");
    return french == null ? null : LocalText.of(french, row.getString("summary_nl"));
  }
}
