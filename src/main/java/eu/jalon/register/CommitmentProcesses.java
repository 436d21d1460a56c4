package eu.jalon.register;

import eu.jalon.directory.Person;
import eu.jalon.shared.CommitmentRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Port: the engine that carries each commitment as one process instance. */
public interface CommitmentProcesses {

  /** What a process needs to know of its commitment. */
  record Start(
      CommitmentRef ref,
      String titleFr,
      String titleNl,
      Owners owners,
      @Nullable LocalDate dueOn) {}

  /** Starts one process each, in the caller's transaction; answers their instance ids. */
  Map<CommitmentRef, String> start(List<Start> starts);

  /**
   * Completes an action item as the given person, by the same rules as Tasklist's form; refuses
   * what the person may not complete, and fields the form does not have.
   */
  void complete(String actionItemId, Map<String, String> fields, Person by);

  /** Tells running processes of new deadlines, in the caller's transaction. */
  void redate(Map<CommitmentRef, LocalDate> dueDates);
}
