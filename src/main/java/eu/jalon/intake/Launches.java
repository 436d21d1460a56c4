package eu.jalon.intake;

import eu.jalon.directory.Person;
import eu.jalon.intake.LaunchProgress.State;
import eu.jalon.register.Viewer;
import eu.jalon.shared.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Launches that nobody has to wait for: they go on when the browser is closed, and their progress
 * is kept where every node sees it.
 *
 * <p>The launch itself stays one transaction. Where the application stops in the middle nothing is
 * launched, and once the lease has run out the record says so.
 */
@Service
public class Launches implements DisposableBean {

  /** How long a launch may be silent before it counts as interrupted. */
  static final Duration LEASE = Duration.ofSeconds(60);

  private static final Logger LOG = LoggerFactory.getLogger(Launches.class);
  private static final int MOST_AT_ONCE = 2;

  private final Intake intake;
  private final DeclarationDrafts drafts;
  private final JdbcLaunches launches;
  private final TransactionTemplate beside;
  private final ExecutorService work =
      new ThreadPoolExecutor(
          0,
          MOST_AT_ONCE,
          30,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          task -> new Thread(task, "launch"));

  Launches(
      Intake intake,
      DeclarationDrafts drafts,
      JdbcLaunches launches,
      PlatformTransactionManager transactions) {
    this.intake = intake;
    this.drafts = drafts;
    this.launches = launches;
    this.beside = new TransactionTemplate(transactions);
    beside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * Begins to launch a declaration and returns at once; refuses one that is launched, being
   * launched or incomplete, and more than a few at the same time.
   */
  public void start(UUID id, Person by) {
    Viewer.requireCoordinator(by);
    UUID attempt = UUID.randomUUID();
    beside.executeWithoutResult(
        status -> {
          DeclarationDraft draft = drafts.locked(id);
          DeclarationDrafts.refuseIncomplete(draft);
          if (launches.running(id)) {
            throw Refusal.conflict("declaration.launching");
          }
          launches.begin(id, attempt, draft.kept().size(), by.id(), LEASE);
        });
    try {
      work.execute(() -> run(id, attempt, by));
    } catch (RejectedExecutionException full) {
      Refusal busy = Refusal.conflict("declaration.launchBusy");
      end(attempt, State.FAILED, busy);
      throw busy;
    }
  }

  /** How far the last launch has come; nothing where there was none. */
  public Optional<LaunchProgress> progress(UUID id, Person person) {
    Viewer.requireCoordinator(person);
    return launches.of(id);
  }

  private void run(UUID id, UUID attempt, Person by) {
    try {
      intake.enter(
          id,
          by,
          done -> beside.executeWithoutResult(s -> launches.progress(attempt, done, LEASE)));
      end(attempt, State.DONE, null);
    } catch (Refusal refusal) {
      end(attempt, State.FAILED, refusal);
    } catch (RuntimeException failed) {
      LOG.error("The launch of declaration {} failed; nothing of it was kept", id, failed);
      end(attempt, State.FAILED, Refusal.conflict("declaration.launchFailed"));
    }
  }

  private void end(UUID attempt, State state, @Nullable Refusal why) {
    beside.executeWithoutResult(
        status ->
            launches.end(
                attempt,
                state,
                why == null ? null : why.key(),
                why == null ? List.of() : why.arguments().stream().map(Object::toString).toList()));
  }

  /** Lets a launch under way come to its end before the database is closed. */
  @Override
  public void destroy() throws InterruptedException {
    work.shutdown();
    if (!work.awaitTermination(LEASE.toSeconds(), TimeUnit.SECONDS)) {
      LOG.warn("A launch was still under way; it is undone whole");
      work.shutdownNow();
    }
  }
}
