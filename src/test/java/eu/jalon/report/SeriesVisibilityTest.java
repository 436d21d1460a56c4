package eu.jalon.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.RegisterCopies;
import eu.jalon.TestDatabase;
import eu.jalon.TestRooms;
import eu.jalon.actionitem.ActionItemFilter;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.commitment.CommitmentFilter;
import eu.jalon.commitment.Commitments;
import eu.jalon.commitment.ThemeCounts;
import eu.jalon.commitment.action.CommitmentTitles;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Parties;
import eu.jalon.directory.Party;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.directory.Series;
import eu.jalon.directory.SeriesChoices;
import eu.jalon.meeting.Meetings;
import eu.jalon.overview.Overview;
import eu.jalon.overview.activity.MinistryActivity;
import eu.jalon.overview.overdue.Overdue;
import eu.jalon.overview.overdue.OverdueFilter;
import eu.jalon.overview.status.StatusSheet;
import eu.jalon.report.evaluation.Evaluations;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.paging.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What each read model shows of two series with one party in common: the one of Belgium and France,
 * and one of Belgium and the Netherlands.
 */
class SeriesVisibilityTest {

  private static final LocalDate SINCE = StatusReportFixture.SINCE;
  private static final Page.Request ALL = new Page.Request(0, 50);
  private static final Person BE = person("coord-be", Role.COORDINATOR, "BE-PM");
  private static final Person FR = person("coord-fr", Role.COORDINATOR, "FR-PM");
  private static final Person NL = person("coord-nl", Role.COORDINATOR, "NL-AZ");
  private static final Person NL_LEAD = person("nl-ienw", Role.FOCAL_POINT, "NL-IENW");
  private static final Person BE_LEAD = person("be-ibz", Role.FOCAL_POINT, "BE-IBZ");
  private static final Person LU = person("coord-lu", Role.COORDINATOR, "LU-ME");

  @ParameterizedTest
  @EnumSource
  void nobodySeesAnythingOfASeriesWithoutTheirParty(TestDatabase kind) {
    try (TestDatabase.Opened database = kind.open();
        TestRooms rooms = StatusReportFixture.rooms(database, database.dataSource())) {
      enter(rooms);

      assertThat(seen(rooms, BE).values()).allSatisfy(all -> assertThat(all).contains("NB", "VD"));
      assertThat(seen(rooms, FR).values()).allSatisfy(all -> assertThat(all).containsExactly("VD"));
      assertThat(seen(rooms, NL).values()).allSatisfy(all -> assertThat(all).containsExactly("NB"));
      assertThat(seen(rooms, LU).values()).allSatisfy(all -> assertThat(all).isEmpty());

      assertThat(listed(rooms, NL_LEAD)).containsExactly("NB");
      assertThat(listed(rooms, BE_LEAD)).containsExactly("NB", "VD");
    }
  }

  /** Of a restricted commitment overviews have the reference, for coordinators too. */
  @ParameterizedTest
  @EnumSource
  void overviewsNameARestrictedCommitmentByItsReference(TestDatabase kind) {
    try (TestDatabase.Opened database = kind.open();
        TestRooms rooms = StatusReportFixture.rooms(database, database.dataSource())) {
      enter(rooms);
      JdbcClient jdbc = rooms.get(JdbcClient.class);
      for (String sql :
          List.of(
              "insert into question (ref, from_ministry, to_ministry, text, asked_at, asked_by)"
                  + " values ('VD2023-1.01', 'FR-INT', 'BE-IBZ', 'Une question secrète',"
                  + " timestamp with time zone '2027-02-11 09:00:00+00:00', 'fr-int')",
              "update commitment set title = '{\"fr\":\"Un titre secret\"}' where ref ="
                  + " 'VD2023-1.01'",
              "update progress_report set text = 'Un rapport secret', evidence = 'https://secret'"
                  + " where ref = 'VD2023-1.01'",
              "update commitment_change set reason = 'Un motif secret' where ref ="
                  + " 'VD2023-1.01'")) {
        jdbc.sql(sql).update();
      }
      assertThat(overviews(rooms))
          .contains(
              "titre secret", "rapport secret", "//secret", "motif secret", "question secrète");

      jdbc.sql("update commitment set restricted = true where ref = 'VD2023-1.01'").update();

      assertThat(overviews(rooms))
          .contains("Diffusion restreinte (VD2023-1.01)")
          .doesNotContainIgnoringCase("secret", "secrète");
      assertThat(rooms.get(Commitments.class).get(ref("VD2023-1.01"), BE_LEAD).title().first())
          .isEqualTo("Un titre secret");
    }
  }

  private static String overviews(TestRooms rooms) {
    StatusSheet sheet = rooms.get(StatusSheet.class);
    Overview overview = rooms.get(Overview.class);
    MinistryActivity activity = rooms.get(MinistryActivity.class);
    return Stream.of(
            sheet.lines(sheet.themes(BE), BE),
            sheet.since(SINCE, BE),
            overview.lists(LocalDate.of(2027, 12, 31), 10, BE),
            overview.titles(List.of(ref("VD2023-1.01")), BE),
            rooms
                .get(Overdue.class)
                .first(OverdueFilter.none(), Overdue.By.MINISTRY, ALL.size(), BE),
            activity.reports(BE_LEAD, 10),
            activity.questions(BE_LEAD, 10))
        .map(String::valueOf)
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @EnumSource
  void countsLeaveOutOtherSeries(TestDatabase kind) {
    try (TestDatabase.Opened database = kind.open();
        TestRooms rooms = StatusReportFixture.rooms(database, database.dataSource())) {
      enter(rooms);
      Overview overview = rooms.get(Overview.class);
      StatusSheet sheet = rooms.get(StatusSheet.class);

      assertThat(rooms.get(Commitments.class).page(CommitmentFilter.none(), NL, ALL).total())
          .isOne();
      assertThat(rooms.get(ActionItems.class).page(ActionItemFilter.none(), NL, ALL).total())
          .isEqualTo(2);
      assertThat(rooms.get(ActionItems.class).page(ActionItemFilter.none(), NL_LEAD, ALL).total())
          .isOne();
      assertThat(rooms.get(ActionItems.class).overdueByMinistry(NL))
          .extracting(late -> late.ministry().value())
          .containsExactlyInAnyOrder("BE-IBZ", "NL-IENW");
      assertThat(rooms.get(ActionItems.class).overdueByMinistry(FR))
          .extracting(late -> late.ministry().value())
          .containsExactly("BE-IBZ");
      assertThat(overview.lists(LocalDate.of(2027, 12, 31), 1, NL).due()).isZero();
      assertThat(overview.trend(SINCE, List.of(), NL).orElseThrow().last().open()).isOne();
      assertThat(overview.trend(SINCE, List.of(), FR).orElseThrow().last().open()).isEqualTo(3);
      assertThat(sheet.since(SINCE, NL).reports()).isZero();
      assertThat(sheet.since(SINCE, FR).reports()).isOne();
      assertThat(sheet.since(SINCE, BE).reports()).isOne();
      assertThat(sheet.ministries(FR))
          .extracting(
              standing -> standing.ministry().value(), standing -> standing.figures().total())
          .contains(org.assertj.core.groups.Tuple.tuple("BE-IBZ", 3));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotSeenIsUnknown(TestDatabase kind) {
    try (TestDatabase.Opened database = kind.open();
        TestRooms rooms = StatusReportFixture.rooms(database, database.dataSource())) {
      enter(rooms);
      Meetings meetings = rooms.get(Meetings.class);

      unknown("commitment.unknown", () -> rooms.get(Commitments.class).get(ref("VD2023-1.01"), NL));
      unknown("commitment.unknown", () -> rooms.get(Commitments.class).get(ref("NB2027-1.01"), FR));
      unknown("actionItem.unknown", () -> rooms.get(ActionItems.class).get("vd", NL));
      unknown("summit.unknown", () -> meetings.get("VD2023", NL));
      unknown("summit.unknown", () -> meetings.get("NB2027", FR));
      assertThat(meetings.get("next", NL).id().value()).isEqualTo("NB2027");
      assertThat(meetings.get("next", BE).id().value()).isEqualTo("VD2027");
      unknown("summit.unknown", () -> meetings.get("next", LU));
      unknown(
          "evaluation.theme",
          () ->
              rooms
                  .get(Evaluations.class)
                  .keep(new MeetingId("VD2023"), 1, Texts.FR, "Une évaluation.", 0, NL));
      assertThat(
              rooms
                  .get(Overview.class)
                  .titles(List.of(ref("VD2023-1.01"), ref("NB2027-1.01")), NL)
                  .keySet())
          .containsExactly(ref("NB2027-1.01"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPersonInSeveralSeriesLooksAtOneOfThem(TestDatabase kind) {
    try (TestDatabase.Opened database = kind.open();
        TestRooms rooms = StatusReportFixture.rooms(database, database.dataSource())) {
      enter(rooms);
      SeriesChoices choices = rooms.get(SeriesChoices.class);
      LocalText team = Texts.text("Équipe", "Team");
      rooms
          .get(Directory.class)
          .enter(
              Stream.of(BE, FR)
                  .map(person -> new Ministry(person.workplace().orElseThrow(), true, team))
                  .toList(),
              List.of(BE, FR));

      assertThat(choices.applied(BE)).isEqualTo(BE);
      choices.choose(BE, "VD");
      choices.choose(BE, "nb");
      Person dutch = choices.applied(BE);
      assertThat(seen(rooms, dutch).values())
          .allSatisfy(all -> assertThat(all).containsExactly("NB"));
      assertThat(rooms.get(Meetings.class).next(dutch).orElseThrow().id().value())
          .isEqualTo("NB2027");
      assertThat(rooms.get(Parties.class).around(dutch))
          .extracting(PartyCode::value)
          .containsExactly("BE", "NL");
      assertThat(rooms.get(Commitments.class).get(ref("VD2023-1.01"), dutch).ref())
          .isEqualTo(ref("VD2023-1.01"));

      unknown("series.unknown", () -> choices.choose(FR, "NB"));
      assertThat(choices.applied(FR)).isEqualTo(FR);
      choices.choose(BE, "");
      assertThat(choices.applied(dutch).lookingAt(null)).isEqualTo(BE);
    }
  }

  /** The series that occur in each read model of coordinators. */
  private static Map<String, Set<String>> seen(TestRooms rooms, Person person) {
    Map<String, Set<String>> seen = new TreeMap<>();
    Overview overview = rooms.get(Overview.class);
    Overdue overdue = rooms.get(Overdue.class);
    StatusSheet sheet = rooms.get(StatusSheet.class);
    Meetings meetings = rooms.get(Meetings.class);
    List<ThemeCounts> themes = sheet.themes(person);
    StatusSheet.Changes changes = sheet.since(SINCE, person);
    seen.put("list", listed(rooms, person));
    seen.put("search", searched(rooms, person));
    seen.put(
        "items",
        series(
            rooms.get(ActionItems.class).page(ActionItemFilter.none(), person, ALL).items().stream()
                .map(view -> view.item().ref())));
    seen.put(
        "themes of all commitments",
        series(
            rooms.get(Commitments.class).themeCounts(person).stream()
                .map(counts -> counts.theme().meeting())));
    seen.put(
        "untranslated",
        series(
            rooms.get(CommitmentTitles.class).untranslated(person).stream()
                .map(each -> each.commitment().ref())));
    seen.put("balances", series(overview.balances(person).keySet().stream()));
    seen.put("overdue", series(overdue(overdue, Overdue.By.MINISTRY, person)));
    seen.put("overdue by theme", series(overdue(overdue, Overdue.By.THEME, person)));
    seen.put(
        "overdue groups",
        series(
            overdue.groups(OverdueFilter.none(), Overdue.By.THEME, person).stream()
                .map(Overdue.Group::key)));
    seen.put(
        "overdue themes", series(overdue.themes(person).stream().map(theme -> theme.meeting())));
    seen.put("report", series(themes.stream().map(standing -> standing.theme().meeting())));
    seen.put(
        "report lines",
        series(
            sheet.lines(themes, person).values().stream()
                .flatMap(List::stream)
                .map(StatusSheet.CommitmentRow::ref)));
    seen.put("changes", series(changes.changed().stream().map(StatusSheet.Changed::ref)));
    seen.put(
        "overdue since", series(changes.overdue().stream().map(StatusSheet.BecameOverdue::ref)));
    seen.put("meetings", series(meetings.all(person).stream().map(meeting -> meeting.id())));
    seen.put("themes", series(meetings.themes(person).stream().map(theme -> theme.meeting())));
    seen.put(
        "evaluations",
        series(
            rooms.get(Evaluations.class).kept(Texts.FR, person).stream()
                .map(paragraph -> paragraph.meeting())));
    return seen;
  }

  private static Stream<CommitmentRef> overdue(Overdue overdue, Overdue.By by, Person person) {
    return overdue.first(OverdueFilter.none(), by, ALL.size(), person).stream()
        .map(view -> view.item().ref());
  }

  private static Set<String> listed(TestRooms rooms, Person person) {
    return series(
        rooms.get(Commitments.class).page(CommitmentFilter.none(), person, ALL).items().stream()
            .map(commitment -> commitment.ref()));
  }

  private static Set<String> searched(TestRooms rooms, Person person) {
    CommitmentFilter words =
        new CommitmentFilter(
            null, null, null, null, null, null, false, "etape", CommitmentFilter.Sort.REF);
    return series(
        rooms.get(Commitments.class).cappedPage(words, person, ALL).page().items().stream()
            .map(commitment -> commitment.ref()));
  }

  private static Set<String> series(Stream<?> ids) {
    Set<String> found = new TreeSet<>();
    ids.forEach(id -> found.add(id.toString().replaceAll("\\d.*", "")));
    return found;
  }

  private static void unknown(String key, Runnable reading) {
    assertThatThrownBy(reading::run)
        .isInstanceOfSatisfying(
            ValidationError.class, error -> assertThat(error.key()).isEqualTo(key));
  }

  private static void enter(TestRooms rooms) {
    JdbcClient jdbc = rooms.get(JdbcClient.class);
    StatusReportFixture.enter(rooms, 1, 3);
    PartyCode dutch = new PartyCode("NL");
    rooms
        .get(Parties.class)
        .enter(
            List.of(
                new Party(
                    dutch,
                    Texts.text("Pays-Bas", "Nederland"),
                    ZoneId.of("Europe/Amsterdam"),
                    "nl",
                    Set.of()),
                new Party(
                    new PartyCode("LU"),
                    Texts.text("Luxembourg", "Luxemburg"),
                    ZoneId.of("Europe/Luxembourg"),
                    "lu",
                    Set.of())),
            List.of(
                new Series(
                    "NB",
                    Texts.text("Deux", "Twee"),
                    List.of(new PartyCode("BE"), dutch),
                    List.of(Texts.FR, Texts.EN),
                    true,
                    null,
                    true)));
    for (String sql :
        List.of(
            "insert into ministry (code, party, coordination, name)"
                + " values ('NL-IENW', 'NL', false, '{\"fr\":\"Infrastructure\"}')",
            "insert into meeting (id, kind, series_id, name, held_on, month_only, status) values"
                + " ('NB2027', 'SUMMIT', 'NB', '{\"fr\":\"Deux\"}', date '2027-11-08', false,"
                + " 'PLANNED')",
            "insert into theme (meeting_id, number, title) values ('NB2027', 1,"
                + " '{\"fr\":\"Ports\"}')",
            "insert into commitment (ref, meeting_id, theme, position, title, track, accountable,"
                + " deadline_rule, due_on, status, health, entered_at, entered_by) values"
                + " ('NB2027-1.01', 'NB2027', 1, 1, '{\"fr\":\"Étape des ports\"}',"
                + " 'LEGAL_INSTRUMENT', 'NL', '2027-02-02', date '2027-02-02', 'IN_PROGRESS',"
                + " 'SILENT', timestamp with time zone '2026-01-01 00:00:00+00:00', 'x')",
            "insert into commitment_lead (ref, party, ministry) values"
                + " ('NB2027-1.01', 'BE', 'BE-IBZ'), ('NB2027-1.01', 'NL', 'NL-IENW')",
            "insert into commitment_search (ref, meeting_id, theme, position, words)"
                + " select ref, meeting_id, theme, position, ' etape des ports ' from commitment",
            "insert into commitment_change (ref, what, old_value, new_value, changed_at,"
                + " changed_by) values ('NB2027-1.01', 'DUE_DATE', '2027-02-01', '2027-02-02',"
                + " timestamp with time zone '2027-02-11 09:00:00+00:00', 'coord-nl')",
            "insert into action_item (id, ref, meeting_id, theme, step, ministry, due_on, due_offset,"
                + " status, created_at) select ref || ministry, ref, 'NB2027', 1, 'mandate',"
                + " ministry, date"
                + " '2027-02-02', '0', 'OPEN', timestamp with time zone '2026-12-01 09:00:00+00:00'"
                + " from commitment_lead where ref = 'NB2027-1.01'",
            "insert into action_item (id, ref, meeting_id, theme, step, ministry, due_on, due_offset,"
                + " status, created_at) values ('vd', 'VD2023-1.01', 'VD2023', 1, 'mandate',"
                + " 'BE-IBZ', date"
                + " '2027-02-03', '0', 'OPEN', timestamp with time zone '2026-12-01"
                + " 09:00:00+00:00')",
            "insert into evaluation_paragraph"
                + " (meeting_id, theme, language, text, kept_at, kept_by, version)"
                + " select meeting_id, number, 'fr', 'Une évaluation.',"
                + " timestamp with time zone '2027-02-11 09:00:00+00:00', 'coord-be', 1"
                + " from theme where number = 1")) {
      jdbc.sql(sql).update();
    }
    RegisterCopies.write(jdbc);
    jdbc.sql("update commitment set title = '{\"fr\":\"Étape 1\"}' where ref = 'VD2023-1.01'")
        .update();
  }

  private static CommitmentRef ref(String ref) {
    return new CommitmentRef(ref);
  }

  private static Person person(String id, Role role, String ministry) {
    return new Person(
        new PersonId(id),
        Texts.text("Quelqu’un", "Iemand"),
        null,
        Texts.FR,
        role,
        new MinistryCode(ministry));
  }
}
