package eu.jalon.mail.queue;

import eu.jalon.mail.Email;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The emails that this node has claimed and not begun to send, each with the owner of its lease.
 */
final class HeldEmails {

  private final Map<UUID, String> waiting = new HashMap<>();
  private boolean closed;

  /** Adds claimed emails; false once it is closed, and they are not added. */
  synchronized boolean add(List<Email> emails, String owner) {
    if (!closed) {
      emails.forEach(email -> waiting.put(email.id(), owner));
    }
    return !closed;
  }

  /** Whether the email may be sent; false once it is closed. */
  synchronized boolean begin(Email email) {
    waiting.remove(email.id());
    return !closed;
  }

  synchronized void forget(List<Email> emails) {
    emails.forEach(email -> waiting.remove(email.id()));
  }

  /** Lets no further email begin; returns those that have not, each with its owner. */
  synchronized Map<UUID, String> close() {
    closed = true;
    Map<UUID, String> left = Map.copyOf(waiting);
    waiting.clear();
    return left;
  }
}
