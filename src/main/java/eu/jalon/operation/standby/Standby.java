package eu.jalon.operation.standby;

import eu.jalon.operation.release.Release;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Service;

/**
 * Keeps a node from planning and sending while its clock is wrong or once a newer release has used
 * the database, and a restored copy for as long as its settings name another instance than the
 * database.
 *
 * <p>The instance is {@code jalon.instance}, by default {@code jalon.base-url}. The first node that
 * starts on a database claims it for its instance.
 */
@Service
public class Standby implements SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(Standby.class);

  private static final Duration TOLERANCE = Duration.ofMinutes(1);

  private final JdbcStandby database;
  private final Clock system;
  private final String instance;
  private final Optional<Release> release;
  private final AtomicReference<Optional<StandbyReason>> reported =
      new AtomicReference<>(Optional.empty());

  @Autowired
  Standby(
      JdbcStandby database,
      @Value("${jalon.instance:${jalon.base-url:}}") String instance,
      ObjectProvider<BuildProperties> build) {
    this(database, Clock.systemUTC(), instance, Release.of(build));
  }

  /** The system's clock, because the application's own is offset in a demo. */
  Standby(JdbcStandby database, Clock system, String instance, Optional<Release> release) {
    this.database = database;
    this.system = system;
    this.instance = instance;
    this.release = release;
  }

  @Override
  public void afterSingletonsInstantiated() {
    database.claim(instance);
    reason();
  }

  /** Returns why this node stands aside now, logged once when it changes; empty if it may work. */
  public Optional<StandbyReason> reason() {
    Duration offset = offset();
    Optional<StandbyReason> reason = reason(offset);
    if (!reason.equals(reported.getAndSet(reason))) {
      log(reason, offset);
    }
    return reason;
  }

  private Optional<StandbyReason> reason(Duration offset) {
    if (offset.abs().compareTo(TOLERANCE) > 0) {
      return Optional.of(StandbyReason.CLOCK);
    }
    if (isOtherInstance()) {
      return Optional.of(StandbyReason.INSTANCE);
    }
    return isOlder() ? Optional.of(StandbyReason.RELEASE) : Optional.empty();
  }

  /** How far this node's clock is ahead of the database's; negative if it is behind. */
  public Duration offset() {
    return Duration.between(database.now(), system.instant());
  }

  private boolean isOtherInstance() {
    return database.instance().filter(owner -> !owner.equals(instance)).isPresent();
  }

  private boolean isOlder() {
    return release
        .filter(
            own ->
                database
                    .newestRelease()
                    .filter(it -> own.compareTo(new Release(it)) < 0)
                    .isPresent())
        .isPresent();
  }

  private void log(Optional<StandbyReason> reason, Duration offset) {
    if (reason.isEmpty()) {
      LOG.info("This node plans and sends again");
      return;
    }
    switch (reason.get()) {
      case CLOCK ->
          LOG.error(
              "The clock of this node differs from the database's by {}: it plans and sends nothing"
                  + " until the clocks agree",
              offset);
      case INSTANCE ->
          LOG.error(
              "This database belongs to the instance {} and this node to {}: it plans and sends"
                  + " nothing. Set jalon.instance={} to take over",
              database.instance().orElse(""),
              instance,
              database.instance().orElse(""));
      case RELEASE ->
          LOG.warn(
              "Release {} has used this database: this node plans and sends nothing more. Start"
                  + " that release in its place",
              database.newestRelease().orElse(""));
    }
  }
}
