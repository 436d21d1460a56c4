package eu.jalon.transition.correction;

import eu.jalon.actionitem.duedate.DueDateUpdate;
import eu.jalon.actionitem.record.ActionItemRecorder;
import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.JdbcCommitments;
import eu.jalon.commitment.JdbcHistory;
import eu.jalon.commitment.Leads;
import eu.jalon.commitment.action.Correction;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.commitment.entry.CommitmentEntry;
import eu.jalon.commitment.entry.JdbcLineage;
import eu.jalon.commitment.process.CommitmentProcesses;
import eu.jalon.commitment.proposal.Proposal;
import eu.jalon.commitment.proposal.ProposalEntry;
import eu.jalon.directory.Person;
import eu.jalon.directory.Today;
import eu.jalon.directory.Viewer;
import eu.jalon.directory.Viewers;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.meeting.Meetings;
import eu.jalon.meeting.Theme;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.FreeText;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrects commitments after launch. The reference stays what it was, since e-mails and reports
 * name it; each changed value is recorded in the history with the one before it.
 */
@Service
@Transactional
public class CommitmentCorrections {

  private final JdbcCommitments commitments;
  private final JdbcHistory history;
  private final JdbcLineage lineages;
  private final CommitmentEntry entry;
  private final ProposalEntry proposals;
  private final CommitmentProcesses processes;
  private final ActionItemRecorder items;
  private final DueDateUpdate dueDates;
  private final Meetings meetings;
  private final WorkingDays calendar;
  private final Viewers viewers;
  private final Today today;
  private final Clock clock;

  CommitmentCorrections(
      JdbcCommitments commitments,
      JdbcHistory history,
      JdbcLineage lineages,
      CommitmentEntry entry,
      ProposalEntry proposals,
      CommitmentProcesses processes,
      ActionItemRecorder items,
      DueDateUpdate dueDates,
      Meetings meetings,
      WorkingDays calendar,
      Viewers viewers,
      Today today,
      Clock clock) {
    this.commitments = commitments;
    this.history = history;
    this.lineages = lineages;
    this.entry = entry;
    this.proposals = proposals;
    this.processes = processes;
    this.items = items;
    this.dueDates = dueDates;
    this.meetings = meetings;
    this.calendar = calendar;
    this.viewers = viewers;
    this.today = today;
    this.clock = clock;
  }

  /**
   * Corrects a commitment. Coordinators of a party that takes part only. Texts, theme, associated
   * ministries and restriction can be corrected in a closed commitment too. What binds other
   * parties is proposed to them instead: another lead of another party, another accountable party,
   * a later deadline after the next meeting.
   *
   * @param version the version that the person has seen
   * @return what was proposed
   * @throws ValidationError {@code commitment.changed} if it has another version by now, {@code
   *     correction.same} if nothing would change
   */
  public List<Proposal> correct(
      CommitmentRef ref, Correction correction, int version, String reason, Person by) {
    Viewer.requireCoordinator(by);
    String why = FreeText.reason(reason);
    commitments.lock(ref);
    Commitment before =
        commitments
            .find(ref, viewers.of(by))
            .orElseThrow(() -> ValidationError.notFound("commitment.unknown", ref));
    requirePart(before, by);
    Commitment wanted = corrected(before, correction);
    entry.check(ref, wanted.leads());
    if (before.version() != version) {
      throw ValidationError.conflict("commitment.changed", ref);
    }
    PartyCode own = by.workplace().orElseThrow().party();
    List<Proposal.Act> binding = binding(before, wanted, own);
    Commitment after = binding.isEmpty() ? wanted : corrected(before, correction.without(binding));
    if (!change(before, after, why, by) && binding.isEmpty()) {
      throw ValidationError.conflict("correction.same", ref);
    }
    return binding.stream().map(act -> proposals.propose(before, act, own, why, by.id())).toList();
  }

  /**
   * Carries out a correction on which all parties agreed. Rights are checked by the caller, who has
   * locked the commitment.
   */
  public void carryOut(CommitmentRef ref, Correction correction, String reason, Person by) {
    Commitment before =
        commitments
            .find(ref, Viewer.EVERYTHING)
            .orElseThrow(() -> ValidationError.notFound("commitment.unknown", ref));
    Commitment after = corrected(before, correction);
    entry.check(ref, after.leads());
    change(before, after, reason, by);
  }

  /** Returns what a correction changes that other parties have to confirm. */
  private List<Proposal.Act> binding(Commitment before, Commitment wanted, PartyCode own) {
    if (!proposals.asksOthers(before, own)) {
      return List.of();
    }
    List<Proposal.Act> binding = new ArrayList<>();
    wanted
        .leads()
        .byParty()
        .forEach(
            (party, lead) -> {
              if (!party.equals(own) && !lead.equals(before.leads().lead(party))) {
                binding.add(Proposal.Act.lead(before, lead));
              }
            });
    if (!wanted.leads().accountable().equals(before.leads().accountable())) {
      binding.add(Proposal.Act.accountable(before, wanted.leads().accountable()));
    }
    if (!wanted.deadline().equals(before.deadline())
        && ProposalEntry.isBeyondMeeting(
            before, wanted.dueOn().map(DueDate::day), commitments.summitDate(before.ref()))) {
      binding.add(Proposal.Act.extension(before, wanted.deadline()));
    }
    return binding;
  }

  /** Writes a change with its history; returns false if there is none. */
  private boolean change(Commitment before, Commitment after, String reason, Person by) {
    List<CommitmentChange> changes =
        new CorrectionHistory(reason, clock.instant(), by.id()).of(before, after);
    if (changes.isEmpty()) {
      return false;
    }
    write(before, after);
    history.add(changes);
    return true;
  }

  /**
   * Replaces a ministry by the one that it was merged into, as lead and as associated ministry of a
   * commitment in progress. Rights are checked by the caller.
   */
  public void replaceMinistry(
      CommitmentRef ref, MinistryCode from, MinistryCode to, String reason, Person by) {
    commitments.lock(ref);
    Commitment before =
        commitments
            .find(ref, Viewer.EVERYTHING)
            .orElseThrow(() -> ValidationError.notFound("commitment.unknown", ref));
    if (before.status() == CommitmentStatus.IN_PROGRESS) {
      change(before, before.with(before.leads().replacing(from, to)), reason, by);
    }
  }

  private void write(Commitment before, Commitment after) {
    CommitmentRef ref = before.ref();
    @Nullable Integer position = null;
    if (before.theme().number() != after.theme().number()) {
      meetings.lockTheme(ref.meeting(), after.theme().number());
      position = lineages.lastPosition(ref.meeting(), after.theme().number()) + 1;
    }
    if (commitments.correct(after, position) != 1) {
      throw ValidationError.conflict("commitment.changed", ref);
    }
    if (before.status() == CommitmentStatus.IN_PROGRESS) {
      after
          .leads()
          .byParty()
          .forEach(
              (party, lead) -> {
                if (!lead.equals(before.leads().lead(party))) {
                  commitments.setLead(ref, lead);
                }
              });
      Set<String> known = items.known(ref);
      processes.corrected(before, after);
      items.discardPassed(ref, known);
      dueDates.update(List.of(ref));
    }
  }

  private Commitment corrected(Commitment before, Correction correction) {
    CommitmentRef ref = before.ref();
    LocalText title = correction.title(before, meetings.languages(ref.meeting()));
    Leads leads = correction.leads(before);
    DeadlineRule rule = correction.deadline() == null ? before.deadline() : correction.deadline();
    boolean work =
        !rule.equals(before.deadline())
            || (correction.track() != null && correction.track() != before.track())
            || !leads.byParty().equals(before.leads().byParty())
            || !leads.accountable().equals(before.leads().accountable());
    if (work && before.status() != CommitmentStatus.IN_PROGRESS) {
      throw ValidationError.conflict("commitment.closed", ref);
    }
    return new Commitment(
        ref,
        title,
        correction.summary(before).orElse(null),
        theme(before, correction.theme()),
        correction.track() == null ? before.track() : correction.track(),
        leads,
        rule,
        work ? due(before, rule, leads.accountable()) : before.due(),
        before.status(),
        before.health(),
        before.slips(),
        before.priority(),
        before.processInstance(),
        before.declaration(),
        before.sourceText(),
        before.closedOn(),
        correction.restricted() == null ? before.restricted() : correction.restricted(),
        before.version());
  }

  private @Nullable DueDate due(Commitment before, DeadlineRule rule, PartyCode accountable) {
    Optional<LocalDate> dueOn =
        rule.dueOn(commitments.summitDate(before.ref()), accountable, calendar);
    if (!rule.equals(before.deadline())
        && dueOn.filter(day -> day.isBefore(today.of(accountable))).isPresent()) {
      throw ValidationError.invalid("request.past", dueOn.get());
    }
    return dueOn.map(DueDate::new).orElse(null);
  }

  private Theme theme(Commitment before, @Nullable Integer number) {
    if (number == null || number == before.theme().number()) {
      return before.theme();
    }
    return meetings.themes(before.theme().meeting()).stream()
        .filter(theme -> theme.number() == number)
        .findFirst()
        .orElseThrow(
            () -> ValidationError.notFound("theme.unknown", before.theme().meeting(), number));
  }

  /** Rejects a coordinator whose party does not take part. */
  static void requirePart(Commitment commitment, Person by) {
    PartyCode party =
        by.workplace()
            .map(MinistryCode::party)
            .orElseThrow(() -> ValidationError.forbidden("request.leadOnly"));
    if (commitment.leads().find(party).isEmpty()) {
      throw ValidationError.forbidden("request.noPart", party);
    }
  }
}
