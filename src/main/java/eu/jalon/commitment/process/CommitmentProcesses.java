package eu.jalon.commitment.process;

import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.Leads;
import eu.jalon.commitment.Track;
import eu.jalon.directory.Person;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Port to the engine that runs one process instance for each commitment. */
public interface CommitmentProcesses {

  /** The variables with which a process instance is started. */
  record Start(CommitmentRef ref, String title, Track track, Leads leads) {}

  /**
   * The due date of a task; absent if the deadline has no date yet.
   *
   * @param end the last second of that day in the zone of the task's party
   */
  record TaskDate(String id, @Nullable LocalDate dueOn, @Nullable Instant end) {

    /** Groups the task ids by due date. */
    public static Map<Optional<LocalDate>, String[]> byDate(Collection<TaskDate> dates) {
      return by(TaskDate::dueOn, dates);
    }

    /** Groups the task ids by the moment at which they are due. */
    public static Map<Optional<Instant>, String[]> byEnd(Collection<TaskDate> dates) {
      return by(TaskDate::end, dates);
    }

    private static <K> Map<Optional<K>, String[]> by(
        Function<TaskDate, @Nullable K> key, Collection<TaskDate> dates) {
      Map<Optional<K>, List<String>> lists =
          dates.stream()
              .collect(
                  Collectors.groupingBy(
                      date -> Optional.ofNullable(key.apply(date)),
                      Collectors.mapping(TaskDate::id, Collectors.toList())));
      Map<Optional<K>, String[]> arrays = new HashMap<>();
      lists.forEach((due, ids) -> arrays.put(due, ids.toArray(String[]::new)));
      return arrays;
    }
  }

  /**
   * Starts one process instance for each commitment of a series, in the caller's transaction;
   * returns their ids.
   */
  Map<CommitmentRef, String> start(String series, List<Start> starts);

  /**
   * Where a party is in the process of a commitment.
   *
   * @param step the key of its last step
   * @param completed whether it completed that step, and nothing was asked of it since: its
   *     coordinators validated, or it waits for the next interval of evidence
   */
  record Position(String step, boolean completed) {}

  /**
   * Starts a process instance of a series again, with its parties where they were; returns its id.
   */
  String resume(String series, Start start, Map<PartyCode, Position> positions);

  /** Moves the parties of a process that was just started to where they are. */
  void place(Start start, Map<PartyCode, Position> positions);

  /**
   * Completes an action item as the given person, with the same rules as the form in Tasklist.
   * Rejects an item that the person may not complete, and fields that the form does not have.
   */
  void complete(String actionItemId, Map<String, String> fields, Person by);

  /**
   * Assigns an action item to a person, or releases it, on behalf of another. Rejects an item that
   * may not be assigned in this way.
   *
   * @param assignee null to release it
   */
  void assign(String actionItemId, @Nullable PersonId assignee, Person by);

  /**
   * Assigns all tasks that a person claimed to a colleague, or releases them, without asking for
   * rights.
   *
   * @param to null to release them
   */
  void transfer(PersonId from, @Nullable PersonId to);

  /**
   * Sets the due dates of open tasks in the caller's transaction; the read model is already
   * updated.
   *
   * @param intervals the end of the current interval of evidence of each standing cooperation
   */
  void updateDueDates(Collection<TaskDate> tasks, Map<CommitmentRef, Instant> intervals);

  /**
   * Notifies the process of a new request, or of one that a coordinator made and thereby decided.
   */
  void requested(CommitmentRef ref, RequestKind kind);

  /** Notifies the process that a pending request needs no decision any more. */
  void requestEnded(CommitmentRef ref, RequestKind kind);

  /** Notifies the process that a part of the commitment was split off. */
  void split(CommitmentRef ref);

  /**
   * Brings a running process in line with a commitment that was corrected: its variables, the
   * ministries of its tasks and, where the track or the accountable party changed, the position of
   * the parties that are on the track.
   */
  void corrected(Commitment before, Commitment after);

  /** Asks the coordinators of the given parties for a closing decision on each commitment. */
  void prepareClosing(Map<CommitmentRef, Set<PartyCode>> asked);

  /** Ends the process instance of a withdrawn commitment. */
  void withdraw(CommitmentRef ref);

  /** Ends the process instance of a commitment that was declared fulfilled. */
  void fulfilled(CommitmentRef ref);

  /** Deletes the process instance of a commitment that is deleted, with its history. */
  void discard(CommitmentRef ref);

  /** Ends the process instance of a commitment that was carried over. */
  void carryOver(CommitmentRef ref);
}
