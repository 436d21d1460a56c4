package eu.jalon.commitment.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.jalon.TestDatabase;
import eu.jalon.commitment.Commitment;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.meeting.Meetings;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import eu.jalon.transition.ClosingUndo;
import eu.jalon.transition.MeetingClosing;
import eu.jalon.transition.MoveFixture;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Following a commitment without leading it. */
class FollowersTest {

  private static final CommitmentRef REF = new CommitmentRef("VD2018-1.01");
  private static final CommitmentRef CONTINUED = new CommitmentRef("VD2027-50.01");

  private static final Person OTHER =
      new Person(
          new PersonId("be-jus"),
          Texts.text("Justice", "Justitie"),
          null,
          Texts.FR,
          Role.FOCAL_POINT,
          new MinistryCode("BE-JUS"));

  @ParameterizedTest
  @EnumSource
  void publicReports12_whoMaySeeACommitmentFollowsItOnceAndCanStop(TestDatabase database) {
    try (MoveFixture fixture = fixture(database)) {
      Followers followers = fixture.get(Followers.class);

      followers.follow(REF, fixture.by);
      followers.follow(REF, fixture.by);

      assertThat(rows(fixture)).isOne();
      assertThat(followers.isFollowing(REF, fixture.by)).isTrue();
      assertThat(followers.followed(fixture.by)).extracting(Commitment::ref).containsExactly(REF);
      followers.stop(REF, fixture.by);
      followers.stop(REF, fixture.by);
      assertThat(rows(fixture)).isZero();
      assertThat(followers.followed(fixture.by)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void publicReports12_whoMayNotSeeItCanOnlyStop(TestDatabase database) {
    try (MoveFixture fixture = fixture(database)) {
      Followers followers = fixture.get(Followers.class);
      assertThatThrownBy(() -> followers.follow(REF, OTHER))
          .hasMessageContaining("commitment.unknown");
      assertThatThrownBy(() -> followers.stop(REF, OTHER))
          .hasMessageContaining("commitment.unknown");
      fixture
          .get(JdbcClient.class)
          .sql(
              "insert into commitment_follower (ref, person_id, followed_at)"
                  + " values ('VD2018-1.01', 'be-jus', current_timestamp)")
          .update();
      assertThat(followers.followed(OTHER)).isEmpty();

      followers.stop(REF, OTHER);

      assertThat(rows(fixture)).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void publicReports12_whatIsCarriedOverIsStillFollowedAndAnUndoKeepsThat(TestDatabase database) {
    try (MoveFixture fixture = fixture(database)) {
      Followers followers = fixture.get(Followers.class);
      followers.follow(REF, fixture.by);
      close(fixture);
      assertThat(followers.followed(fixture.by))
          .extracting(Commitment::ref)
          .containsExactly(CONTINUED);
      followers.stop(CONTINUED, fixture.by);
      assertThat(rows(fixture)).isZero();
      followers.follow(CONTINUED, fixture.by);

      fixture
          .get(ClosingUndo.class)
          .carryOut(MoveFixture.NEXT, "La réunion a été reportée.", fixture.by);

      assertThat(followers.followed(fixture.by)).extracting(Commitment::ref).containsExactly(REF);
    }
  }

  private static void close(MoveFixture fixture) {
    fixture.get(Meetings.class).setDate(MoveFixture.NEXT, LocalDate.of(2027, 1, 3));
    fixture
        .get(MeetingClosing.class)
        .close(
            MoveFixture.NEXT,
            LocalDate.of(2027, 1, 3),
            new MeetingClosing.NextMeeting(
                new MeetingId("VD2029"), Texts.text("Suivant", "Volgende"), null, null),
            fixture.by);
  }

  private static MoveFixture fixture(TestDatabase database) {
    MoveFixture fixture = MoveFixture.of(database, 1);
    fixture
        .get(JdbcClient.class)
        .sql(
            "insert into ministry (code, party, coordination, name)"
                + " values ('BE-JUS', 'BE', false, '{\"fr\":\"Justice\"}')")
        .update();
    fixture.get(Directory.class).enter(List.of(), List.of(fixture.by, OTHER));
    return fixture;
  }

  private static int rows(MoveFixture fixture) {
    return fixture
        .get(JdbcClient.class)
        .sql("select count(*) from commitment_follower")
        .query(Integer.class)
        .single();
  }
}
