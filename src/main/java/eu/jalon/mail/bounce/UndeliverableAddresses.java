package eu.jalon.mail.bounce;

import eu.jalon.mail.EmailRows;
import eu.jalon.mail.message.HeaderText;
import eu.jalon.mail.smtp.RefusedAddresses;
import eu.jalon.shared.EmailAddress;
import java.time.Clock;
import java.util.Collections;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The addresses rejected by the relay or by a delivery report. An address stays undeliverable until
 * a user removes it.
 */
@Service
@Transactional
public class UndeliverableAddresses implements RefusedAddresses {

  static final int MAX = 10_000;
  static final int MAX_DIAGNOSTIC = 1000;

  private final JdbcBounces bounces;
  private final Clock clock;

  UndeliverableAddresses(JdbcBounces bounces, Clock clock) {
    this.bounces = bounces;
    this.clock = clock;
  }

  /** The latest 10,000 undeliverable addresses; keys are not case-sensitive. */
  @Transactional(readOnly = true)
  public Map<EmailAddress, UndeliverableAddress> all() {
    Map<EmailAddress, UndeliverableAddress> byAddress =
        new TreeMap<>(Comparator.comparing(UndeliverableAddresses::key));
    bounces
        .addresses(MAX)
        .forEach(undeliverable -> byAddress.put(undeliverable.address(), undeliverable));
    return Collections.unmodifiableMap(byAddress);
  }

  /** The entry of an address, if it is undeliverable. */
  @Transactional(readOnly = true)
  public Optional<UndeliverableAddress> of(EmailAddress address) {
    return bounces.find(key(address));
  }

  /** Removes an address that works again. */
  public void remove(EmailAddress address) {
    bounces.delete(key(address));
  }

  @Override
  public void refused(EmailAddress address, String status, String diagnostic, UUID email) {
    bounces.put(
        new UndeliverableAddress(
            new EmailAddress(key(address)),
            status,
            EmailRows.bounded(HeaderText.of(diagnostic), MAX_DIAGNOSTIC),
            clock.instant(),
            email,
            true));
  }

  private static String key(EmailAddress address) {
    return address.value().toLowerCase(Locale.ROOT);
  }
}
