package eu.jalon.commitment.process;

import eu.jalon.commitment.Leads;
import eu.jalon.commitment.Track;
import eu.jalon.directory.Person;
import eu.jalon.shared.CommitmentRef;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Port: the engine that carries each commitment as one process instance. */
public interface CommitmentProcesses {

  /** What a process needs to know of its commitment. */
  record Start(CommitmentRef ref, String titleFr, String titleNl, Track track, Leads owners) {}

  /** The due date of one task; absent while none is agreed. */
  record TaskDate(String id, @Nullable LocalDate dueOn) {

    /** The ids of the tasks that share a date, for each date. */
    public static Map<Optional<LocalDate>, String[]> byDate(Collection<TaskDate> dates) {
      Map<Optional<LocalDate>, List<String>> lists =
          dates.stream()
              .collect(
                  Collectors.groupingBy(
                      date -> Optional.ofNullable(date.dueOn()),
                      Collectors.mapping(TaskDate::id, Collectors.toList())));
      Map<Optional<LocalDate>, String[]> arrays = new HashMap<>();
      lists.forEach((dueOn, ids) -> arrays.put(dueOn, ids.toArray(String[]::new)));
      return arrays;
    }
  }

  /** Starts one process each, in the caller's transaction; answers their instance ids. */
  Map<CommitmentRef, String> start(List<Start> starts);

  /**
   * Completes an action item as the given person, by the same rules as Tasklist's form; refuses
   * what the person may not complete, and fields the form does not have.
   */
  void complete(String actionItemId, Map<String, String> fields, Person by);

  /**
   * Gives open tasks their due dates, in the caller's transaction; the read model has them already.
   *
   * @param intervals the last day of the running interval of evidence, where a commitment has one
   */
  void redate(Collection<TaskDate> tasks, Map<CommitmentRef, LocalDate> intervals);

  /** Something is asked of the commitment, or was decided by its coordinators. */
  void requested(CommitmentRef ref, RequestKind kind);

  /** A part of the commitment goes its own way. */
  void split(CommitmentRef ref);

  /** Coordinators are to say what becomes of commitments that stay open. */
  void prepareClosing(List<CommitmentRef> refs);

  /** The process ends because the commitment was withdrawn. */
  void withdraw(CommitmentRef ref);

  /** The process ends because the commitment goes on under another reference. */
  void carryOver(CommitmentRef ref);
}
