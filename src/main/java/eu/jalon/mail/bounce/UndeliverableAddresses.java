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
 * The addresses that emails do not reach, told by a relay at sending or by a report afterwards. An
 * address stays refused until somebody says that it works again.
 */
@Service
@Transactional
public class UndeliverableAddresses implements RefusedAddresses {

  static final int MOST = 10_000;
  static final int LONGEST = 1000;

  private final JdbcBounces bounces;
  private final Clock clock;

  UndeliverableAddresses(JdbcBounces bounces, Clock clock) {
    this.bounces = bounces;
    this.clock = clock;
  }

  /** All refused addresses, at most the latest 10,000; upper and lower case are the same. */
  @Transactional(readOnly = true)
  public Map<EmailAddress, UndeliverableAddress> all() {
    Map<EmailAddress, UndeliverableAddress> byAddress =
        new TreeMap<>(Comparator.comparing(UndeliverableAddresses::key));
    bounces.refusals(MOST).forEach(refusal -> byAddress.put(refusal.address(), refusal));
    return Collections.unmodifiableMap(byAddress);
  }

  /** What is known against an address, if anything. */
  @Transactional(readOnly = true)
  public Optional<UndeliverableAddress> of(EmailAddress address) {
    return bounces.refusal(key(address));
  }

  /** Somebody says that an address works again. */
  public void forget(EmailAddress address) {
    bounces.forget(key(address));
  }

  @Override
  public void refused(EmailAddress address, String status, String diagnostic, UUID email) {
    bounces.refuse(
        new UndeliverableAddress(
            new EmailAddress(key(address)),
            status,
            EmailRows.bounded(HeaderText.of(diagnostic), LONGEST),
            clock.instant(),
            email,
            true));
  }

  private static String key(EmailAddress address) {
    return address.value().toLowerCase(Locale.ROOT);
  }
}
