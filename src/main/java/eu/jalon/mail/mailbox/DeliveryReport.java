package eu.jalon.mail.mailbox;

import eu.jalon.mail.message.EnhancedStatus;
import eu.jalon.mail.message.HeaderText;
import eu.jalon.shared.EmailAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A delivery status notification (RFC 3464): what became of a message that had been taken.
 *
 * @param emails the ids of the emails it can be about, the likeliest first
 * @param recipients what it says of each recipient, of one at least
 */
public record DeliveryReport(List<UUID> emails, List<Recipient> recipients) {

  /** What a server did with a message (RFC 3464, 2.3.3), the worst first. */
  public enum Action {
    FAILED,
    DELAYED,
    RELAYED,
    EXPANDED,
    DELIVERED;

    /** As the standard spells it. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What is said of one recipient.
   *
   * @param addresses the address as the sender and as the last server knew it, in lower case
   * @param status an enhanced status code (RFC 3463)
   * @param diagnostic the last server's words on one line; may be empty
   */
  public record Recipient(Set<String> addresses, Action action, String status, String diagnostic) {

    /** No such mailbox, domain or host, or one that takes no mail (RFC 3463, 3.2 to 3.5). */
    private static final Pattern ABOUT_ADDRESS =
        Pattern.compile("5\\.(0\\.0|1\\.\\d+|2\\.1|4\\.[14])");

    public Recipient {
      addresses = Set.copyOf(addresses);
      diagnostic = HeaderText.of(diagnostic);
    }

    /** Whether the message did not arrive, or has not yet. */
    public boolean isTrouble() {
      return action == Action.FAILED || action == Action.DELAYED;
    }

    /**
     * Whether another email would fare no better: the report blames the address or its mailbox, and
     * not the email, its sender's standing or a full disk. The codes 5.1.7 and 5.1.8 speak of the
     * sender's address (RFC 3463, 3.2), which is no fault of the recipient's.
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

  /**
   * What it says of an address. Where it names others only, as after forwarding, what it says of
   * them: the mildest, because a message that somebody got has arrived.
   */
  public Recipient about(EmailAddress address) {
    String wanted = address.value().toLowerCase(Locale.ROOT);
    List<Recipient> named =
        recipients.stream().filter(each -> each.addresses().contains(wanted)).toList();
    return (named.isEmpty() ? recipients : named)
        .stream()
            .max(Comparator.comparing(Recipient::action).thenComparing(each -> !each.isPermanent()))
            .orElseThrow();
  }
}
