package eu.jalon.simulation.faults;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import eu.jalon.TestDatabase;
import eu.jalon.TestRooms;
import eu.jalon.mail.queue.Dispatcher;
import eu.jalon.reminder.round.ReminderRound;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A node that does nothing but plan and send, in a JVM that can be killed at any moment. */
public final class ReminderNode {

  /** The node says so once, and its own time in milliseconds. */
  static final String READY = "ready at ";

  /** How long a node waits for an answer of the relay. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  static final Duration LEASE = Duration.ofSeconds(6);

  private static final int BATCH = 3;
  private static final long PAUSE_NANOS = Duration.ofMillis(40).toNanos();

  private ReminderNode() {}

  /** Takes the JDBC address, the relay's port and the file of the simulated clock. */
  public static void main(String[] args) {
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    endWithTheRun();
    TestRooms rooms =
        new TestRooms(database(args[0]), new SimulatedDayClock(Path.of(args[2])))
            .bean(JavaMailSenderImpl.class, sender(Integer.parseInt(args[1])))
            .property("jalon.mail.lease", LEASE.toString())
            .property("jalon.mail.batch", BATCH)
            .property("jalon.reminder.batch", BATCH)
            .property("jalon.base-url", FaultRegister.BASE_URL)
            .open(
                "directory",
                "meeting",
                "commitment",
                "actionitem",
                "transition",
                "overview",
                "mail",
                "reminder");
    ReminderRound round = rooms.get(ReminderRound.class);
    Dispatcher dispatcher = rooms.get(Dispatcher.class);
    System.out.println(READY + System.currentTimeMillis());
    while (true) {
      try {
        round.runIfDue();
        dispatcher.dispatch();
      } catch (RuntimeException failed) {
        System.out.println(failed);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private static TestDatabase.Opened database(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(3);
    config.setMinimumIdle(0);
    // A node may be started while the database is not.
    config.setInitializationFailTimeout(-1);
    return new TestDatabase.Opened(new HikariDataSource(config));
  }

  private static JavaMailSenderImpl sender(int port) {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(port);
    sender
        .getJavaMailProperties()
        .setProperty("mail.smtp.timeout", String.valueOf(PATIENCE.toMillis()));
    return sender;
  }

  /** A run that dies leaves no node behind: its end of the pipe closes. */
  private static void endWithTheRun() {
    Thread thread =
        new Thread(
            () -> {
              try {
                while (System.in.read() != -1) {
                  // Nothing is ever said.
                }
              } catch (IOException closed) {
                // As good as the end.
              }
              Runtime.getRuntime().halt(0);
            },
            "end-with-the-run");
    thread.setDaemon(true);
    thread.start();
  }
}
