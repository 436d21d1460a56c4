package eu.jalon.mail.queue;

import eu.jalon.mail.Email;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The letters that this node has claimed and not begun to send, each with the owner of its lease.
 */
final class HeldEmails {

  private final Map<UUID, String> waiting = new HashMap<>();
  private boolean closed;

  /** Adds claimed letters; false once it is closed, and they are not added. */
  synchronized boolean add(List<Email> letters, String owner) {
    if (!closed) {
      letters.forEach(letter -> waiting.put(letter.id(), owner));
    }
    return !closed;
  }

  /** Whether the letter may be sent; false once it is closed. */
  synchronized boolean begin(Email letter) {
    waiting.remove(letter.id());
    return !closed;
  }

  synchronized void forget(List<Email> letters) {
    letters.forEach(letter -> waiting.remove(letter.id()));
  }

  /** Lets no further letter begin; returns those that have not, each with its owner. */
  synchronized Map<UUID, String> close() {
    closed = true;
    Map<UUID, String> left = Map.copyOf(waiting);
    waiting.clear();
    return left;
  }
}
