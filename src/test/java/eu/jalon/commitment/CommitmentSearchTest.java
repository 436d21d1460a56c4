package eu.jalon.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.TestDatabase;
import eu.jalon.TestParties;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.directory.Viewer;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.Texts;
import eu.jalon.shared.paging.Page;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Search results, which are equal on both databases. */
class CommitmentSearchTest {

  private static final List<Integer> ALL = List.of(1, 2, 3, 4, 5, 6);
  private static final String LONG = "x".repeat(80);

  /** Queries and the positions of the commitments they find. */
  private static Map<String, List<Integer>> cases() {
    Map<String, List<Integer>> cases = new LinkedHashMap<>();
    cases.put("évaluer", List.of(1));
    cases.put("EVALUER", List.of(1));
    cases.put("cooperation", List.of(1, 2));
    cases.put("coo", List.of(1, 2));
    cases.put("operation", List.of());
    cases.put("coopération policière", List.of(1));
    cases.put("policière coopération", List.of(1));
    cases.put("\"coopération policière\"", List.of(1));
    cases.put("\"policière coopération\"", List.of());
    cases.put("\"coopération polic\"", List.of());
    cases.put("\"coopération polic", List.of(1));
    cases.put("« coopération policière »", List.of(1));
    cases.put("l’évaluation", List.of(2));
    cases.put("l'evaluation", List.of(2));
    cases.put("d'evaluation", List.of(2));
    cases.put("qu'", ALL);
    cases.put("oeuvre", List.of(3));
    cases.put("Œuvre", List.of(3));
    cases.put("ijsland", List.of(4));
    cases.put("ĳs", List.of(4));
    cases.put("reünie", List.of(4));
    cases.put("reunie", List.of(4));
    cases.put("transfrontalier", List.of(5));
    cases.put("trans-frontalier", List.of());
    cases.put("police-douane", List.of(5));
    cases.put("douane-police", List.of());
    cases.put("VD2018-1.05", List.of(5));
    cases.put("vd2018-1.0", ALL);
    cases.put("VD2018-1.5", List.of());
    cases.put("1.05", List.of(5));
    cases.put("100", List.of(3));
    cases.put("100%", List.of(3));
    cases.put("c++", List.of(1, 2, 3, 5));
    cases.put("MAOC", List.of(6));
    cases.put("Dublin", List.of(6));
    cases.put("Hauptstrasse", List.of(6));
    cases.put(LONG, List.of(6));
    cases.put(LONG + "y", List.of(6));
    cases.put("coop:* & polic", List.of(1));
    cases.put("coopération | zzz", List.of());
    cases.put("!coopération", List.of(1, 2));
    cases.put("coop' or 1=1 --", List.of());
    cases.put("x' ; drop table commitment_search ; --", List.of());
    for (String sign : List.of("%", "_", "\\", ":*&|!", "''", "\"", "\"\"", " ", "\u0000", "()")) {
      cases.put(sign, ALL);
    }
    cases.put("coop_ration", List.of());
    cases.put("c%n", List.of());
    cases.put("coopération\\", List.of(1, 2));
    cases.put("\ud83d\ude00 coopération", List.of(1, 2));
    cases.put("\ud83d", ALL);
    return cases;
  }

  @ParameterizedTest
  @EnumSource
  void findsTheSameOnBothDatabases(TestDatabase database) {
    try (SearchFixture register = SearchFixture.of(database)) {
      register
          .enter(1, "Évaluer la coopération policière", "De politiesamenwerking evalueren", "03-01")
          .enter(2, "Clarifier l’évaluation de la coopération", null, "04-01")
          .enter(3, "Mettre en œuvre 100 % des contrôles", "Alle controles uitvoeren", "05-01")
          .enter(4, "Préparer la réunion avec Reykjavik", "De reünie met IJsland", "06-01");
      register.enter(
          5,
          Texts.text("Le centre police-douane transfrontalier", "Grenscentrum"),
          TestParties.FR,
          "07-01",
          null);
      register.enter(
          6,
          Texts.text("Achever l’adhésion", "Toetreding"),
          TestParties.FR,
          "08-01",
          "Le MAOC (N), selon l’article 36 de Dublin, Hauptstraße 1, " + LONG);

      cases()
          .forEach((typed, found) -> assertThat(register.find(typed)).as(typed).isEqualTo(found));
    }
  }

  @ParameterizedTest
  @EnumSource
  void combinesASearchWithOtherFilters(TestDatabase database) {
    try (SearchFixture register = SearchFixture.of(database)) {
      for (int i = 1; i <= 4; i++) {
        LocalText title = Texts.text(i < 4 ? "Coopération " + i : "Autre", null);
        register.enter(i, title, i % 2 == 0 ? TestParties.FR : TestParties.BE, "03-0" + i, null);
      }

      assertThat(register.find(filter("coop", TestParties.BE, null, null))).containsExactly(1, 3);
      assertThat(register.find(filter("coop", null, "2027-03-02", null))).containsExactly(2, 3);
      assertThat(register.find(filter("coop", null, null, "2027-03-02"))).containsExactly(1, 2);
      assertThat(register.find(filter(null, TestParties.FR, "2027-03-04", "2027-03-04")))
          .containsExactly(4);
      assertThat(register.find(filter("coop", TestParties.FR, "2027-03-03", null))).isEmpty();
      Person customs = SearchFixture.person("be-fin", Role.FOCAL_POINT, "BE-FIN");
      assertThat(
              register
                  .get(Commitments.class)
                  .page(filter("coop", null, null, null), customs, new Page.Request(0, 10))
                  .items())
          .extracting(each -> each.ref().position())
          .containsExactly(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void pagesAreCompleteInEveryOrderAndTheCountIsCapped(TestDatabase database) {
    try (SearchFixture register = SearchFixture.of(database)) {
      for (int i = 1; i <= 7; i++) {
        register.enter(i, "Coopération " + i, null, "0" + (9 - i) + "-10");
      }
      JdbcCommitmentList list = register.get(JdbcCommitmentList.class);
      List<CommitmentFilter.Sort> sorts =
          Arrays.stream(CommitmentFilter.Column.values())
              .flatMap(
                  column ->
                      Stream.of(true, false).map(down -> new CommitmentFilter.Sort(column, down)))
              .toList();
      for (CommitmentFilter.Sort sort : sorts) {
        CommitmentFilter filter =
            new CommitmentFilter(null, null, null, null, null, null, false, "coop", sort);
        List<Integer> found =
            Stream.of(0, 1, 2)
                .flatMap(
                    page -> page(list, filter, new Page.Request(page, 3), 100).items().stream())
                .map(each -> each.ref().position())
                .toList();
        assertThat(found).as("%s", sort).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7);
        boolean dueLast = sort.column() == CommitmentFilter.Column.DUE_ON;
        if (dueLast || sort.column() == CommitmentFilter.Column.REF) {
          assertThat(found.get(0)).as("%s", sort).isEqualTo(dueLast == sort.descending() ? 1 : 7);
        }
      }
      assertThat(page(list, CommitmentFilter.none(), new Page.Request(0, 3), 5).total())
          .isEqualTo(5);
    }
  }

  @ParameterizedTest
  @EnumSource
  void frequentWordsAreFoundInTheOrderOfTheList(TestDatabase database) {
    try (SearchFixture register = SearchFixture.of(database)) {
      for (int i = 1; i <= 102; i++) {
        register.enter(
            i, (i == 1 ? "Police : coopération " : "Coopération policière ") + i, null, "03-01");
      }
      JdbcCommitmentList list = register.get(JdbcCommitmentList.class);
      Page.Request one = new Page.Request(0, 1);
      Map<String, List<Integer>> ends =
          Map.of("coop polic", List.of(1, 102), "\"coopération policière\"", List.of(2, 102));
      ends.forEach(
          (text, firstAndLast) -> {
            for (boolean down : List.of(false, true)) {
              CommitmentFilter filter =
                  new CommitmentFilter(
                      null,
                      null,
                      null,
                      null,
                      null,
                      null,
                      false,
                      text,
                      new CommitmentFilter.Sort(CommitmentFilter.Column.REF, down));
              Page<Commitment> first = page(list, filter, one, 1000);
              assertThat(first.total()).as(text).isEqualTo(firstAndLast.get(0) == 1 ? 102 : 101);
              assertThat(first.items())
                  .as("%s, descending: %s", text, down)
                  .extracting(each -> each.ref().position())
                  .containsExactly(firstAndLast.get(down ? 1 : 0));
            }
          });
    }
  }

  private static Page<Commitment> page(
      JdbcCommitmentList list, CommitmentFilter filter, Page.Request at, int most) {
    return list.page(filter, Viewer.EVERYTHING, LocalDate.of(2027, 1, 4), at, most);
  }

  @ParameterizedTest
  @EnumSource
  void returnsTheTimeOfTheLastReport(TestDatabase database) {
    try (SearchFixture register = SearchFixture.of(database)) {
      register.enter(1, "Un", null, "03-01").enter(2, "Deux", null, "03-02");
      for (String at : List.of("2026-11-02 10:00:00+00", "2026-12-03 10:00:00+00")) {
        register
            .get(JdbcClient.class)
            .sql(
                """
                insert into progress_report (ref, ministry, status, text, reported_at, reported_by)
                values ('VD2018-1.02', 'BE-IBZ', 'ON_TRACK', 'Ça avance.',
                        cast(:at as timestamp with time zone), 'be-ibz')
                """)
            .param("at", at)
            .update();
      }
      Commitments commitments = register.get(Commitments.class);
      List<Commitment> both =
          commitments
              .page(CommitmentFilter.none(), SearchFixture.COORDINATOR, new Page.Request(0, 10))
              .items();

      assertThat(commitments.lastReports(both))
          .hasSize(1)
          .extractingByKey(both.get(1).ref())
          .hasToString("2026-12-03T10:00:00Z");
    }
  }

  @Test
  void searchTextIsTruncatedToItsColumn() {
    String words = SearchText.of(Arrays.stream(new String[] {"ﷺ ".repeat(8000)}));

    assertThat(words).hasSizeLessThanOrEqualTo(SearchText.MAX_TEXT).startsWith(" ").endsWith(" ");
  }

  private static CommitmentFilter filter(
      @Nullable String text,
      @Nullable PartyCode accountable,
      @Nullable String from,
      @Nullable String until) {
    return new CommitmentFilter(
        null,
        null,
        (MinistryCode) null,
        null,
        null,
        null,
        false,
        text,
        accountable,
        from == null ? null : LocalDate.parse(from),
        until == null ? null : LocalDate.parse(until),
        null,
        null,
        CommitmentFilter.Sort.REF);
  }
}
