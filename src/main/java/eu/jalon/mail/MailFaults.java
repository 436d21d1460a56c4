package eu.jalon.mail;

import eu.jalon.shared.Fault;
import eu.jalon.shared.FaultSource;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** The faults of a relay that does not answer, and of e-mails that wait although it does. */
@Component
class MailFaults implements FaultSource {

  private static final Duration RELAY_TOLERANCE = Duration.ofMinutes(10);
  private static final Duration WAIT_TOLERANCE = Duration.ofHours(2);

  private final JdbcEmails emails;
  private final JdbcRelay relays;

  MailFaults(JdbcEmails emails, JdbcRelay relays) {
    this.emails = emails;
    this.relays = relays;
  }

  @Override
  public List<Fault> faults() {
    if (relays.state().failures() > 0) {
      return relays.failsLongerThan(RELAY_TOLERANCE)
          ? List.of(Fault.of(Fault.Kind.RELAY_AWAY))
          : List.of();
    }
    return emails.expiredLeases() > 0 || emails.isAnyUntriedFor(WAIT_TOLERANCE)
        ? List.of(Fault.of(Fault.Kind.EMAILS_STUCK))
        : List.of();
  }
}
