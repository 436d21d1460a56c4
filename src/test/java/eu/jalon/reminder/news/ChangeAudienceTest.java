package eu.jalon.reminder.news;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.TestDatabase;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.directory.Role;
import eu.jalon.reminder.ReminderFixture;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each type of change is told to each role as the table says, and to no person twice. */
class ChangeAudienceTest {

  private static final List<ConcernedRole> COLUMNS =
      List.of(
          ConcernedRole.FORMER_MINISTRY,
          ConcernedRole.LEAD,
          ConcernedRole.OTHER_LEAD,
          ConcernedRole.ASSOCIATED,
          ConcernedRole.OWN_COORDINATION,
          ConcernedRole.OTHER_COORDINATION,
          ConcernedRole.REQUESTER,
          ConcernedRole.FOLLOWER);

  /** In docs/operations.md too; written by hand, not from the code. */
  private static final String TABLE =
      """
      | change | lead before | own lead | other leads | associated | own coordination | others | who asked | followers |
      |---|---|---|---|---|---|---|---|---|
      | ENTERED | | item | item | digest | | digest | | |
      | TAKEN_IN_CHARGE | | | digest | digest | | | | digest |
      | REPORTED (another status) | | | digest | digest | digest | digest | | digest |
      | VALIDATED, CARRIED_OVER | | digest | digest | digest | | digest | | digest |
      | SENT_BACK | | digest | | | | | | digest |
      | NOTE_ADDED, FILE_ADDED | | digest | digest | | digest | digest | | digest |
      | FULFILLED, WITHDRAWN, REOPENED, DUE_DATE, SPLIT | | digest | digest | digest | digest | digest | | digest |
      | REASSIGNED | digest | digest | digest | digest | digest | digest | | digest |
      | TITLE, SUMMARY, TRACK, ACCOUNTABLE, ASSOCIATED, DEADLINE_RULE, RESTRICTED | | digest | digest | digest | | digest | | digest |
      | PRIORITY, THEME | | digest | digest | | | digest | | digest |
      | APPROVAL_CHOSEN | | | digest | | | | | digest |
      | INTERVAL_MISSED | | digest | digest | | digest | | | digest |
      | EXTENSION_ASKED, REASSIGNMENT_ASKED | | | | | item | | | |
      | EXTENSION_RETRACTED, REASSIGNMENT_RETRACTED | | | | | digest | | | |
      | EXTENSION_GRANTED, EXTENSION_REFUSED, REASSIGNMENT_REFUSED | | digest | | | | | digest | digest |
      | REASSIGNMENT_GRANTED | | | | | | | digest | |
      | PROPOSED | | | | | | at once | | |
      | PROPOSAL_CONFIRMED, PROPOSAL_DECLINED | | | | | | digest | at once | |
      | PROPOSAL_RETRACTED, CLOSING_CHOSEN | | | | | | digest | | |
      | TRANSLATED | | | | | | | | |
      """;

  private static final String ACTOR = "coord-be";

  /** Who has each role in a commitment that {@value #ACTOR} changes. */
  private static final Map<ConcernedRole, Set<String>> PEOPLE =
      Map.of(
          ConcernedRole.FORMER_MINISTRY, Set.of("be-mob"),
          ConcernedRole.LEAD, Set.of("be-ibz", "be-ibz-nl"),
          ConcernedRole.OTHER_LEAD, Set.of("fr-int"),
          ConcernedRole.ASSOCIATED, Set.of("be-jus"),
          ConcernedRole.OWN_COORDINATION, Set.of(ACTOR, "coord-be-2"),
          ConcernedRole.OTHER_COORDINATION, Set.of("coord-fr"),
          ConcernedRole.REQUESTER, Set.of("be-mob"),
          ConcernedRole.FOLLOWER, Set.of("be-jus"));

  private record Told(CommitmentChange.Type type, String person, ConcernedRole role) {}

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void coordinators5_eachTypeIsToldToEachRoleOnce(TestDatabase database) {
    Map<CommitmentChange.Type, Map<ConcernedRole, String>> table = table();
    assertThat(table.keySet()).containsExactlyInAnyOrder(CommitmentChange.Type.values());
    try (NewsFixture news = news(database)) {
      news.round("2027-03-01");
      List<Told> told = told(news.reminders);

      SoftAssertions soft = new SoftAssertions();
      Map<CommitmentChange.Type, Set<String>> byType =
          told.stream().collect(groupingBy(Told::type, mapping(Told::person, toSet())));
      table.forEach(
          (type, row) ->
              soft.assertThat(new TreeSet<>(byType.getOrDefault(type, Set.of())))
                  .as("told of %s in a digest", type)
                  .containsExactlyInAnyOrderElementsOf(expected(type, row)));
      soft.assertThat(told.stream().map(each -> each.type() + " " + each.person()))
          .as("each change once to each person")
          .doesNotHaveDuplicates();
      soft.assertAll();

      news.reminders.dispatch();
      news.round("2027-03-02");
      assertThat(news.reminders.emails()).as("nothing is told twice").isEmpty();
      assertThat(told(news.reminders)).containsExactlyInAnyOrderElementsOf(told);
    }
  }

  @Test
  void theDocumentationShowsTheTable() throws IOException {
    assertThat(Files.readString(Path.of("docs/operations.md"))).contains(TABLE);
  }

  /** The people whose role says that they are told in a digest, and no other role another way. */
  private static Set<String> expected(CommitmentChange.Type type, Map<ConcernedRole, String> row) {
    Set<String> expected = new HashSet<>();
    Set<String> otherwise = new HashSet<>();
    row.forEach(
        (role, how) -> (how.equals("digest") ? expected : otherwise).addAll(people(type, role)));
    expected.removeAll(otherwise);
    if (type != CommitmentChange.Type.INTERVAL_MISSED) {
      expected.remove(ACTOR);
    }
    return expected;
  }

  private static Set<String> people(CommitmentChange.Type type, ConcernedRole role) {
    boolean proposal =
        type == CommitmentChange.Type.PROPOSAL_CONFIRMED
            || type == CommitmentChange.Type.PROPOSAL_DECLINED;
    return role == ConcernedRole.REQUESTER && proposal
        ? people(ConcernedRole.OTHER_COORDINATION)
        : people(role);
  }

  private static Set<String> people(ConcernedRole role) {
    return PEOPLE.getOrDefault(role, Set.of());
  }

  private static Map<CommitmentChange.Type, Map<ConcernedRole, String>> table() {
    Map<CommitmentChange.Type, Map<ConcernedRole, String>> table =
        new EnumMap<>(CommitmentChange.Type.class);
    TABLE
        .lines()
        .skip(2)
        .forEach(
            line -> {
              List<String> cells =
                  Arrays.stream(line.substring(1).split("\\|", -1)).map(String::strip).toList();
              Map<ConcernedRole, String> row = new EnumMap<>(ConcernedRole.class);
              for (int i = 0; i < COLUMNS.size(); i++) {
                if (!cells.get(i + 1).isEmpty()) {
                  row.put(COLUMNS.get(i), cells.get(i + 1));
                }
              }
              for (String type : cells.get(0).replaceAll(" \\(.*\\)", "").split(", ", -1)) {
                assertThat(table.put(CommitmentChange.Type.valueOf(type), row)).as(type).isNull();
              }
            });
    return table;
  }

  /** One commitment for each type of change, with one change of that type. */
  private NewsFixture news(TestDatabase database) {
    NewsFixture news = new NewsFixture(database, folder);
    news.people(
        ReminderFixture.person("be-mob", Texts.NL, Role.FOCAL_POINT, "BE-MOB"),
        ReminderFixture.person("coord-be-2", Texts.NL, Role.COORDINATOR, "BE-PM"));
    int position = 10;
    for (CommitmentChange.Type type : CommitmentChange.Type.values()) {
      CommitmentRef ref = CommitmentRef.of(NewsFixture.REF.meeting(), 2, position++);
      news.enter(ref);
      news.follow(ref, "be-jus");
      switch (type) {
        case EXTENSION_GRANTED, EXTENSION_REFUSED ->
            news.changed(
                ref, CommitmentChange.Type.EXTENSION_ASKED, null, "2027-06-30", null, "be-mob");
        case REASSIGNMENT_GRANTED, REASSIGNMENT_REFUSED ->
            news.changed(ref, CommitmentChange.Type.REASSIGNMENT_ASKED, null, null, null, "be-mob");
        case PROPOSAL_CONFIRMED, PROPOSAL_DECLINED ->
            news.changed(ref, CommitmentChange.Type.PROPOSED, null, "WITHDRAWAL", null, "coord-fr");
        default -> {
          // stands alone
        }
      }
      String by = type == CommitmentChange.Type.INTERVAL_MISSED ? "system" : ACTOR;
      news.changed(ref, type, from(type), to(type), "Décidé en réunion.", by);
    }
    return news;
  }

  private static @Nullable String from(CommitmentChange.Type type) {
    return switch (type) {
      case TAKEN_IN_CHARGE, REPORTED, INTERVAL_MISSED, APPROVAL_CHOSEN -> "BE-IBZ";
      case VALIDATED, SENT_BACK, CLOSING_CHOSEN -> "BE-PM";
      case NOTE_ADDED, FILE_ADDED -> "BE-JUS";
      case REASSIGNED -> "BE-MOB";
      default -> null;
    };
  }

  private static @Nullable String to(CommitmentChange.Type type) {
    return switch (type) {
      case REPORTED -> "BLOCKED";
      case PRIORITY -> "HIGH";
      case TRACK -> "JOINT_POSITION";
      case ACCOUNTABLE -> "FR";
      case RESTRICTED -> "true";
      case APPROVAL_CHOSEN -> "YES";
      case CLOSING_CHOSEN -> "CARRY_OVER";
      case REASSIGNED, REASSIGNMENT_GRANTED -> "BE-IBZ";
      case ASSOCIATED -> "BE-JUS";
      case EXTENSION_GRANTED, DUE_DATE, ENTERED -> "2027-06-30";
      case SPLIT, CARRIED_OVER -> "VD2023-2.07";
      case PROPOSED, PROPOSAL_CONFIRMED, PROPOSAL_DECLINED, PROPOSAL_RETRACTED -> "WITHDRAWAL";
      default -> null;
    };
  }

  private static List<Told> told(ReminderFixture fixture) {
    return fixture
        .database
        .jdbc()
        .sql(
            """
            select h.what, n.person_id, n.concerned_role
            from change_notice n
            join commitment_change h on h.id = n.change_id
            """)
        .query(
            (row, n) ->
                new Told(
                    CommitmentChange.Type.valueOf(row.getString(1)),
                    row.getString(2),
                    ConcernedRole.valueOf(row.getString(3))))
        .list();
  }
}
