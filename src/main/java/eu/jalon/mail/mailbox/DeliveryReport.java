package eu.jalon.mail.mailbox;

import eu.jalon.mail.message.EnhancedStatus;
import eu.jalon.mail.message.HeaderText;
import eu.jalon.shared.EmailAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A delivery status notification (RFC 3464).
 *
 * @param emails the ids of the e-mails it may be about, most likely first; empty if it names none
 * @param recipients the result for each recipient; at least one
 */
public record DeliveryReport(List<UUID> emails, List<Recipient> recipients) {

  /** The action of the reporting server (RFC 3464, 2.3.3), most severe first. */
  public enum Action {
    FAILED,
    DELAYED,
    RELAYED,
    EXPANDED,
    DELIVERED;

    /** The value in RFC 3464. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The result for one recipient.
   *
   * @param addresses the original and the final recipient address, in lower case
   * @param status an enhanced status code (RFC 3463)
   * @param diagnostic the diagnostic of the last server, on one line; may be empty
   */
  public record Recipient(Set<String> addresses, Action action, String status, String diagnostic) {

    /** Bad or disabled mailbox, domain or host (RFC 3463, 3.2 to 3.5). */
    private static final Pattern ABOUT_ADDRESS =
        Pattern.compile("5\\.(0\\.0|1\\.\\d+|2\\.1|4\\.[14])");

    public Recipient {
      addresses = Set.copyOf(addresses);
      diagnostic = HeaderText.of(diagnostic);
    }

    /** Whether the message was not delivered, or not yet. */
    public boolean isFailureOrDelay() {
      return action == Action.FAILED || action == Action.DELAYED;
    }

    /**
     * Whether further e-mails would fail as well: the status is about the recipient's address or
     * mailbox, not about the e-mail, the sender or a full disk. The codes 5.1.7 and 5.1.8 are about
     * the sender's address (RFC 3463, 3.2).
     */
    public boolean isPermanent() {
      return action == Action.FAILED
          && ABOUT_ADDRESS.matcher(status).matches()
          && !EnhancedStatus.isAboutSender(status);
    }
  }

  public DeliveryReport {
    emails = List.copyOf(emails);
    recipients = List.copyOf(recipients);
  }

  /** The address whose delivery failed, if the report names no e-mail; else empty. */
  Optional<EmailAddress> unmatchedFailure() {
    return emails.isEmpty()
        ? recipients.stream()
            .filter(recipient -> recipient.action() == Action.FAILED)
            .flatMap(recipient -> recipient.addresses().stream())
            .flatMap(address -> EmailAddress.of(address).stream())
            .findFirst()
        : Optional.empty();
  }

  /**
   * The result for an address. If the report contains other addresses only, as after forwarding,
   * the least severe of their results.
   */
  public Recipient about(EmailAddress address) {
    String wanted = address.value().toLowerCase(Locale.ROOT);
    List<Recipient> named =
        recipients.stream().filter(recipient -> recipient.addresses().contains(wanted)).toList();
    return (named.isEmpty() ? recipients : named)
        .stream()
            .max(Comparator.comparing(Recipient::action).thenComparing(r -> !r.isPermanent()))
            .orElseThrow();
  }
}
