package eu.jalon.process;

import static eu.jalon.actionitem.form.Step.CONTRIBUTION;
import static eu.jalon.actionitem.form.Step.FINAL_EVALUATION;
import static eu.jalon.actionitem.form.Step.FIRST_RESULTS;
import static eu.jalon.actionitem.form.Step.TAKE_CHARGE;
import static eu.jalon.actionitem.form.Step.VALIDATE;
import static eu.jalon.process.SimulatedUsers.report;
import static org.assertj.core.api.Assertions.assertThat;

import eu.jalon.TestParties;
import eu.jalon.actionitem.ActionItem;
import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.Leads;
import eu.jalon.commitment.NewCommitment;
import eu.jalon.commitment.Track;
import eu.jalon.commitment.action.CommitmentActions;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.commitment.entry.CommitmentEntry;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Parties;
import eu.jalon.directory.Party;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.directory.Series;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.Meetings;
import eu.jalon.meeting.MinisterialMeeting;
import eu.jalon.meeting.NewMeeting;
import eu.jalon.meeting.Theme;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Commitments of series with more than two parties. */
final class SeriesScenarios {

  private static final LocalText NAME = Texts.text("Exemple", "Voorbeeld");

  private final SimulatedUsers life;
  private final Parties parties;
  private final Directory directory;
  private final Meetings meetings;
  private final CommitmentEntry entry;
  private final CommitmentActions acts;

  SeriesScenarios(
      SimulatedUsers life,
      Parties parties,
      Directory directory,
      Meetings meetings,
      CommitmentEntry entry,
      CommitmentActions acts) {
    this.life = life;
    this.parties = parties;
    this.directory = directory;
    this.meetings = meetings;
    this.entry = entry;
    this.acts = acts;
  }

  void aCommitmentOfThreePartiesNeedsAllOfThem() {
    List<PartyCode> three = codes("BE", "NL", "LU");
    CommitmentRef ref = entered("TR", three, new PartyCode("NL"));

    for (PartyCode party : three) {
      assertThat(life.open(ref, party))
          .singleElement()
          .extracting(ActionItem::step)
          .isEqualTo(TAKE_CHARGE);
    }
    for (PartyCode party : three) {
      assertThat(life.status(ref)).isEqualTo(CommitmentStatus.IN_PROGRESS);
      life.fulfil(ref, party, Map.of());
    }
    assertThat(life.status(ref)).isEqualTo(CommitmentStatus.FULFILLED);
    assertThat(life.done(ref, new PartyCode("NL"))).contains(FIRST_RESULTS);
    assertThat(life.done(ref, new PartyCode("LU")))
        .containsExactly(TAKE_CHARGE, CONTRIBUTION, FINAL_EVALUATION, VALIDATE);
  }

  void aCommitmentOfSixPartiesIsReassignedAndClosedByAllOfThem() {
    List<PartyCode> six = codes("BE", "FR", "NL", "LU", "ES", "AT");
    CommitmentRef ref = entered("SX", six, TestParties.FR);
    PartyCode dutch = new PartyCode("NL");
    life.act(ref, dutch, TAKE_CHARGE, Map.of());
    MinistryCode to = new MinistryCode("NL-OTHER");
    acts.reassign(ref, to, "Un autre ministère est compétent.", life.person("coord-nl"));
    assertThat(life.open(ref, dutch, CONTRIBUTION).orElseThrow().ministry()).isEqualTo(to);
    life.act(ref, dutch, CONTRIBUTION, report("DONE"));
    assertThat(life.open(ref, dutch, FINAL_EVALUATION).orElseThrow().ministry()).isEqualTo(to);
    life.act(ref, dutch, FINAL_EVALUATION, report("DONE"));
    life.act(
        ref, dutch, VALIDATE, Map.of("decision", "SEND_BACK", "validationNote", "À compléter."));
    assertThat(life.open(ref, dutch, FINAL_EVALUATION)).isPresent();
    for (PartyCode party : six) {
      assertThat(life.status(ref)).isEqualTo(CommitmentStatus.IN_PROGRESS);
      life.fulfil(ref, party, Map.of());
    }
    assertThat(life.status(ref)).isEqualTo(CommitmentStatus.FULFILLED);
  }

  private static List<PartyCode> codes(String... codes) {
    return List.of(codes).stream().map(PartyCode::new).toList();
  }

  /**
   * Enters a series of the parties with a summit on 4 May 2027, and a commitment of all of them.
   */
  CommitmentRef entered(String series, List<PartyCode> members, PartyCode accountable) {
    List<Ministry> ministries = new ArrayList<>();
    List<Person> people = new ArrayList<>();
    for (PartyCode party : members) {
      if (parties.find(party).isEmpty()) {
        String code = party.value().toLowerCase(Locale.ROOT);
        parties.enter(
            List.of(new Party(party, NAME, ZoneId.of("Europe/Brussels"), code, Set.of())),
            List.of());
        for (String ministry : List.of("COORD", "LEAD", "OTHER")) {
          boolean coordination = ministry.equals("COORD");
          MinistryCode of = new MinistryCode(party + "-" + ministry);
          ministries.add(new Ministry(of, coordination, NAME));
          PersonId id =
              new PersonId(
                  coordination ? "coord-" + code : code + "-" + ministry.toLowerCase(Locale.ROOT));
          people.add(
              new Person(
                  id,
                  NAME,
                  new EmailAddress(id + "@example.org"),
                  Texts.FR,
                  coordination ? Role.COORDINATOR : Role.FOCAL_POINT,
                  of));
        }
      }
    }
    directory.enter(ministries, people);
    parties.enter(
        List.of(), List.of(new Series(series, NAME, members, List.of(Texts.FR), true, null, true)));
    MeetingId origin = new MeetingId(series + "2026");
    meetings.add(
        new MinisterialMeeting(origin, series, NAME, null, LocalDate.of(2026, 5, 1), false));
    meetings.add(new Theme(origin, 1, NAME));
    meetings.create(
        new NewMeeting(
            new MeetingId(series + "2027"),
            NAME,
            null,
            LocalDate.of(2027, 5, 4),
            Meeting.Status.PLANNED),
        life.person("coord-be"));
    CommitmentRef ref = CommitmentRef.of(origin, 1, 1);
    entry.enter(
        List.of(
            new NewCommitment(
                ref,
                NAME,
                null,
                Track.OPERATIONAL_CAPABILITY,
                Leads.of(
                    members.stream().map(SeriesScenarios::lead).toList(), accountable, List.of()),
                DeadlineRule.parse("2027-12-01"),
                null,
                null)),
        new PersonId("coord-be"));
    return ref;
  }

  private static MinistryCode lead(PartyCode party) {
    return new MinistryCode(
        switch (party.value()) {
          case "BE" -> "BE-IBZ";
          case "FR" -> "FR-INT";
          default -> party + "-LEAD";
        });
  }
}
