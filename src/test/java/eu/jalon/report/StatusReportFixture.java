package eu.jalon.report;

import eu.jalon.TestClock;
import eu.jalon.TestDatabase;
import eu.jalon.TestRooms;
import eu.jalon.shared.Texts;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The modules that a report reads, on 1 March 2027, with themes of many commitments. */
public final class StatusReportFixture {

  public static final LocalDate SINCE = LocalDate.of(2027, 2, 1);

  private StatusReportFixture() {}

  public static TestRooms rooms(TestDatabase.Opened database, DataSource source) {
    TestRooms rooms =
        new TestRooms(database, TestClock.at("2027-03-01T09:00"))
            .bean(JdbcClient.class, JdbcClient.create(source))
            .open(
                "directory",
                "meeting",
                "commitment",
                "actionitem",
                "transition",
                "overview",
                "report");
    rooms
        .get(JdbcClient.class)
        .sql(
            """
            insert into ministry (code, party, coordination, name)
            values ('BE-IBZ', 'BE', false, '{"fr":"SPF Intérieur","nl":"FOD Binnenlandse Zaken"}'),
                   ('FR-INT', 'FR', false, '{"fr":"Ministère de l’Intérieur"}')
            """)
        .update();
    rooms
        .get(JdbcClient.class)
        .sql(
            """
            insert into person (id, name, language, role, ministry)
            values ('be-ibz', '{"fr":"Point de contact"}', 'nl', 'FOCAL_POINT', 'BE-IBZ')
            """)
        .update();
    return rooms;
  }

  /** Creates a theme whose first commitment is overdue, blocked and was extended. */
  public static void enter(TestRooms rooms, int theme, int commitments) {
    JdbcClient jdbc = rooms.get(JdbcClient.class);
    jdbc.sql(
            """
            insert into theme (meeting_id, number, title)
            values ('VD2023', :theme, '{"fr":"Thème","nl":"Thema"}')
            """)
        .param("theme", theme)
        .update();
    for (int position = 1; position <= commitments; position++) {
      jdbc.sql(
              """
              insert into commitment
                (ref, meeting_id, theme, position, title, track, accountable, deadline_rule, due_on, status, health, entered_at,
                 entered_by)
              values (:ref, 'VD2023', :theme, :position, :title, 'LEGAL_INSTRUMENT', 'BE',
                      'S-30', :due, 'IN_PROGRESS', :health,
                      timestamp with time zone '2026-01-01 00:00:00+00:00', 'x')
              """)
          .param("ref", ref(theme, position))
          .param("theme", theme)
          .param("position", position)
          .param("title", Texts.column("Étape " + position, "Stap " + position))
          .param("due", position == 1 ? SINCE : SINCE.plusMonths(4))
          .param("health", position == 1 ? "BLOCKED" : "SILENT")
          .update();
      jdbc.sql(
              """
              insert into commitment_lead (ref, party, ministry)
              values (:ref, 'BE', 'BE-IBZ'), (:ref, 'FR', 'FR-INT')
              """)
          .param("ref", ref(theme, position))
          .update();
    }
    jdbc.sql(
            """
            insert into progress_report (ref, ministry, status, text, reported_at, reported_by)
            values (:ref, 'BE-IBZ', 'BLOCKED', 'Geen budget.',
                    timestamp with time zone '2027-02-10 09:00:00+00:00', 'be-ibz')
            """)
        .param("ref", ref(theme, 1))
        .update();
    jdbc.sql(
            """
            insert into commitment_change
              (ref, what, old_value, new_value, reason, changed_at, changed_by)
            values (:ref, 'DUE_DATE', '2027-06-01', '2027-06-15', 'Le texte tarde.',
                    timestamp with time zone '2027-02-11 09:00:00+00:00', 'coord-be')
            """)
        .param("ref", ref(theme, 1))
        .update();
  }

  private static String ref(int theme, int position) {
    return "VD2023-%d.%02d".formatted(theme, position);
  }

  /** A data source that counts prepared statements. */
  public static DataSource counting(DataSource source, AtomicInteger statements) {
    return new DelegatingDataSource(source) {
      @Override
      public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return (Connection)
            Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("prepareStatement")) {
                    statements.incrementAndGet();
                  }
                  try {
                    return method.invoke(connection, arguments);
                  } catch (InvocationTargetException failed) {
                    throw failed.getCause();
                  }
                });
      }
    };
  }
}
