package eu.jalon.application;

import eu.jalon.directory.Parties;
import eu.jalon.directory.Series;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.PartyCode;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A series of the races alone, each of which has a meeting of its own: one that is moved or closed
 * is none of the shared register. Each new meeting is the next one of the series.
 */
public record RaceMeetings(Parties parties, JdbcClient jdbc) {

  private static final String SERIES = "RACE";

  /** The last meeting, after each meeting that is closed. */
  static final String LAST = "RACE9999";

  private static final LocalDate FIRST_DATE = LocalDate.of(2028, 1, 31);

  /** Adds a meeting with a theme, and returns its id; both parties decide in its series. */
  public String add() {
    return add(false);
  }

  /** The same, with a choice of who decides. */
  public String add(boolean onePartyDecides) {
    if (count() == 0) {
      LocalText name = LocalText.same("Courses");
      List<PartyCode> both = List.of(new PartyCode("BE"), new PartyCode("FR"));
      List<Language> languages = List.of(Language.of("fr"), Language.of("nl"));
      parties.enter(
          List.of(),
          List.of(
              new Series(
                  SERIES, name, both, languages, true, null, true, onePartyDecides, false, 0)));
      reopenLast();
    }
    long number =
        jdbc.sql("select count(*) from meeting where id like 'RACE%'").query(Long.class).single();
    String id = "RACE%04d".formatted(number);
    insert(id, FIRST_DATE.minusDays(3 * number));
    return id;
  }

  private void reopenLast() {
    int reopened =
        jdbc.sql(
                """
                update meeting set series_id = 'RACE', kind = 'SUMMIT', status = 'PLANNED'
                where id = :id
                """)
            .param("id", LAST)
            .update();
    if (reopened == 0) {
      insert(LAST, FIRST_DATE.plusMonths(1));
    }
  }

  private long count() {
    return jdbc.sql("select count(*) from series where id = 'RACE'").query(Long.class).single();
  }

  private void insert(String id, LocalDate date) {
    jdbc.sql(
            """
            insert into meeting (id, kind, series_id, name, held_on, status)
            values (:id, 'SUMMIT', 'RACE', '{"fr":"Course"}', :date, 'PLANNED')
            """)
        .param("id", id)
        .param("date", date)
        .update();
    jdbc.sql("insert into theme (meeting_id, number, title) values (:id, 0, '{\"fr\":\"Course\"}')")
        .param("id", id)
        .update();
  }

  /**
   * Ends the series, so that other tests find the series of the demonstration only: its meetings
   * become ministerial meetings of the default series.
   */
  public void end() {
    if (count() == 0) {
      return;
    }
    jdbc.sql(
            """
            update commitment set due_meeting_id = 'VD2027'
            where status = 'IN_PROGRESS' and due_meeting_id like 'RACE%'
            """)
        .update();
    jdbc.sql(
            """
            update meeting set series_id = 'VD', kind = 'MINISTERIAL', status = 'HELD'
            where series_id = 'RACE'
            """)
        .update();
    jdbc.sql("delete from series_party where series_id = 'RACE'").update();
    jdbc.sql("delete from series where id = 'RACE'").update();
    parties.enter(List.of(), List.of());
  }
}
