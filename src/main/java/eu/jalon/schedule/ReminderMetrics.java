package eu.jalon.schedule;

import eu.jalon.mail.EmailStatus;
import eu.jalon.mail.MailQueue;
import eu.jalon.mail.bounce.UndeliverableAddresses;
import eu.jalon.reminder.round.ReminderRound;
import eu.jalon.shared.BrusselsTime;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/**
 * Gauges of reminder rounds and the mail queue, read from the database at each scrape, so that
 * every node reports the same values.
 */
@Component
class ReminderMetrics implements MeterBinder {

  private static final int DAYS = 7;

  private final ReminderRound round;
  private final MailQueue mailQueue;
  private final UndeliverableAddresses bounces;
  private final Clock clock;

  ReminderMetrics(
      ReminderRound round, MailQueue mailQueue, UndeliverableAddresses bounces, Clock clock) {
    this.round = round;
    this.mailQueue = mailQueue;
    this.bounces = bounces;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("jalon.reminder.round.last", this, ReminderMetrics::lastRound)
        .description("Day of the last reminder round, as seconds since 1970")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("jalon.reminder.round.missing", this, ReminderMetrics::missingRound)
        .description("1 if a reminder round that was due did not run, otherwise 0")
        .register(registry);
    for (EmailStatus status : EmailStatus.values()) {
      Gauge.builder("jalon.emails", this, metrics -> metrics.emails(status))
          .description("E-mails planned for the last seven days including today, by status")
          .tag("status", status.name())
          .register(registry);
    }
    Gauge.builder("jalon.emails.oldest.waiting", this, ReminderMetrics::oldestWaiting)
        .description("Time since the oldest waiting e-mail was due; 0 if none is waiting")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("jalon.relay.failures", this, metrics -> metrics.mailQueue.relay().failures())
        .description("Failures of the relay in a row; 0 while it works")
        .register(registry);
    Gauge.builder("jalon.emails.undeliverable", this, metrics -> metrics.bounces.all().size())
        .description("Addresses that e-mails do not reach")
        .register(registry);
  }

  private double lastRound() {
    return round
        .lastRound()
        .map(day -> (double) day.atStartOfDay(ZoneOffset.UTC).toEpochSecond())
        .orElse(Double.NaN);
  }

  private double missingRound() {
    return round.missing().isPresent() ? 1 : 0;
  }

  private double emails(EmailStatus status) {
    return mailQueue.counts(BrusselsTime.today(clock).minusDays(DAYS - 1L)).getOrDefault(status, 0);
  }

  private double oldestWaiting() {
    return mailQueue
        .oldestWaiting()
        .map(due -> Duration.between(due, clock.instant()).toSeconds())
        .orElse(0L);
  }
}
