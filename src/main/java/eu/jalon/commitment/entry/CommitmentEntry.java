package eu.jalon.commitment.entry;

import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.JdbcCommitments;
import eu.jalon.commitment.JdbcHistory;
import eu.jalon.commitment.Leads;
import eu.jalon.commitment.NewCommitment;
import eu.jalon.commitment.Track;
import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.commitment.process.CommitmentProcesses;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Series;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.Meetings;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters commitments: database row, process instance and first action items in one transaction. */
@Service
@Transactional
public class CommitmentEntry {

  /**
   * The number of commitments per batch; one transaction spans all batches. The engine compares the
   * executions of a batch with each other before it writes them: the time grows with the square.
   */
  private static final int BATCH = 50;

  private final JdbcCommitments commitments;
  private final JdbcHistory history;
  private final Meetings summits;
  private final CommitmentProcesses processes;
  private final WorkingDays calendar;
  private final Directory directory;
  private final Clock clock;

  CommitmentEntry(
      JdbcCommitments commitments,
      JdbcHistory history,
      Meetings summits,
      CommitmentProcesses processes,
      WorkingDays calendar,
      Directory directory,
      Clock clock) {
    this.commitments = commitments;
    this.history = history;
    this.summits = summits;
    this.processes = processes;
    this.calendar = calendar;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * Enters commitments and starts a process instance for each that is not closed; all of them or,
   * if one is rejected, none.
   */
  public void enter(List<NewCommitment> entered, PersonId by) {
    requireNew(entered);
    requireKnownMinistries(entered);
    Map<MeetingId, Series> series = seriesOf(entered);
    for (NewCommitment commitment : entered) {
      requirePartiesOf(
          commitment.ref(),
          commitment.leads(),
          Objects.requireNonNull(series.get(commitment.ref().meeting())));
    }
    Map<MeetingId, Set<Integer>> restricted =
        series.keySet().stream()
            .collect(Collectors.toMap(Function.identity(), summits::restrictedThemes));
    Map<MeetingId, Optional<Meeting>> next = lockNext(series);
    Instant now = clock.instant();
    for (int from = 0; from < entered.size(); from += BATCH) {
      int to = Math.min(entered.size(), from + BATCH);
      enterBatch(entered.subList(from, to), series, restricted, next, now, by);
    }
  }

  private void enterBatch(
      List<NewCommitment> batch,
      Map<MeetingId, Series> series,
      Map<MeetingId, Set<Integer>> restricted,
      Map<MeetingId, Optional<Meeting>> next,
      Instant now,
      PersonId by) {
    List<JdbcCommitments.Entry> entries = new ArrayList<>(batch.size());
    Map<String, List<CommitmentProcesses.Start>> starts = new TreeMap<>();
    List<CommitmentChange> changes = new ArrayList<>(batch.size());
    for (NewCommitment commitment : batch) {
      JdbcCommitments.Entry entry =
          entry(
              commitment,
              Objects.requireNonNull(series.get(commitment.ref().meeting())),
              restricted.getOrDefault(commitment.ref().meeting(), Set.of()),
              next.getOrDefault(commitment.ref().meeting(), Optional.empty()));
      entries.add(entry);
      LocalDate dueOn = entry.dueOn();
      changes.add(
          new CommitmentChange(
              commitment.ref(),
              CommitmentChange.Type.ENTERED,
              null,
              dueOn == null ? null : dueOn.toString(),
              null,
              now,
              by));
      if (commitment.closing() == null) {
        starts
            .computeIfAbsent(
                Objects.requireNonNull(series.get(commitment.ref().meeting())).id(),
                id -> new ArrayList<>())
            .add(
                start(
                    commitment.ref(), commitment.title(), commitment.track(), commitment.leads()));
      }
    }
    commitments.insert(entries, now, by);
    history.add(changes);
    starts.forEach(
        (id, ofSeries) -> commitments.setProcessInstances(processes.start(id, ofSeries)));
  }

  private JdbcCommitments.Entry entry(
      NewCommitment commitment,
      Series series,
      Set<Integer> restrictedThemes,
      Optional<Meeting> next) {
    DeadlineRule rule = commitment.deadline();
    LocalDate dueOn =
        rule.dueOn(next.flatMap(Meeting::heldOn), commitment.leads().accountable(), calendar)
            .orElse(null);
    boolean open = commitment.closing() == null;
    return new JdbcCommitments.Entry(
        commitment,
        dueOn,
        open ? next.map(Meeting::id).orElse(null) : null,
        Objects.requireNonNullElse(
            commitment.restricted(),
            series.restricted() || restrictedThemes.contains(commitment.ref().theme())));
  }

  public static CommitmentProcesses.Start start(Commitment commitment) {
    return start(commitment.ref(), commitment.title(), commitment.track(), commitment.leads());
  }

  public static CommitmentProcesses.Start start(
      CommitmentRef ref, LocalText title, Track track, Leads leads) {
    return new CommitmentProcesses.Start(ref, title.first(), track, leads);
  }

  private void requireNew(List<NewCommitment> entered) {
    Set<CommitmentRef> refs = new HashSet<>();
    for (NewCommitment commitment : entered) {
      if (!refs.add(commitment.ref())) {
        throw ValidationError.conflict("commitment.twice", commitment.ref());
      }
    }
    List<String> known = commitments.existing(refs);
    if (!known.isEmpty()) {
      throw ValidationError.conflict("commitment.known", known.get(0), known.size());
    }
  }

  private Map<MeetingId, Series> seriesOf(List<NewCommitment> entered) {
    return entered.stream()
        .map(commitment -> commitment.ref().meeting())
        .distinct()
        .collect(Collectors.toMap(Function.identity(), summits::seriesOf));
  }

  /** The next summit of the series of each meeting, locked in the order of the series. */
  private Map<MeetingId, Optional<Meeting>> lockNext(Map<MeetingId, Series> series) {
    Map<String, Optional<Meeting>> bySeries =
        series.values().stream()
            .map(Series::id)
            .distinct()
            .sorted()
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    summits::lockNext,
                    (one, other) -> one,
                    LinkedHashMap::new));
    return series.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                of -> bySeries.getOrDefault(of.getValue().id(), Optional.empty())));
  }

  /**
   * Checks the ministries of a commitment: they exist, their parties belong to the series, every
   * party that must have a lead has one, and no coordinating team is one.
   */
  public void check(CommitmentRef ref, Leads leads) {
    requireKnownMinistries(ref, leads, directory.openMinistries());
    requirePartiesOf(ref, leads, summits.seriesOf(ref.meeting()));
    requireNoCoordination(leads);
  }

  private static void requirePartiesOf(CommitmentRef ref, Leads leads, Series series) {
    Stream.concat(leads.all().stream(), leads.associated().stream())
        .filter(ministry -> !series.parties().contains(ministry.party()))
        .findFirst()
        .ifPresent(
            ministry -> {
              throw ValidationError.invalid("commitment.notInSeries", ref, ministry, series.id());
            });
    for (PartyCode party : series.parties()) {
      if (series.everyPartyLeads() && leads.find(party).isEmpty()) {
        throw ValidationError.ofField("commitment.partyLead", "leads." + party, ref, party);
      }
    }
  }

  private void requireKnownMinistries(List<NewCommitment> entered) {
    Map<MinistryCode, Ministry> ministries = directory.openMinistries();
    for (NewCommitment commitment : entered) {
      requireKnownMinistries(commitment.ref(), commitment.leads(), ministries);
    }
  }

  private static void requireKnownMinistries(
      CommitmentRef ref, Leads leads, Map<MinistryCode, Ministry> ministries) {
    Stream.concat(leads.associated().stream(), leads.all().stream())
        .filter(code -> !ministries.containsKey(code))
        .findFirst()
        .ifPresent(
            code -> {
              throw ValidationError.invalid("commitment.unknownMinistry", ref, code);
            });
  }

  void requireNoCoordination(Leads leads) {
    Map<MinistryCode, Ministry> ministries = directory.openMinistries();
    for (MinistryCode lead : leads.all()) {
      if (Optional.ofNullable(ministries.get(lead)).filter(Ministry::coordination).isPresent()) {
        throw ValidationError.invalid("request.coordination", lead);
      }
    }
  }
}
