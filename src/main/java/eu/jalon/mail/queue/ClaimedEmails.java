package eu.jalon.mail.queue;

import eu.jalon.mail.Email;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The e-mails that this node has claimed and not started to send, with the owner of the lease. */
final class ClaimedEmails {

  private final Map<UUID, String> waiting = new HashMap<>();
  private boolean closed;

  /** Adds claimed e-mails; false, without adding any, after {@link #close}. */
  synchronized boolean add(List<Email> emails, String owner) {
    if (!closed) {
      emails.forEach(email -> waiting.put(email.id(), owner));
    }
    return !closed;
  }

  /** Removes an e-mail to be sent; false after {@link #close}. */
  synchronized boolean start(Email email) {
    waiting.remove(email.id());
    return !closed;
  }

  synchronized void remove(List<Email> emails) {
    emails.forEach(email -> waiting.remove(email.id()));
  }

  /** Prevents further e-mails from being sent; returns those not started, with their owners. */
  synchronized Map<UUID, String> close() {
    closed = true;
    Map<UUID, String> left = Map.copyOf(waiting);
    waiting.clear();
    return left;
  }
}
