package eu.jalon.mail.queue;

import eu.jalon.mail.smtp.Relay;
import eu.jalon.mail.smtp.RelayUnreachableException;
import org.jspecify.annotations.Nullable;

/** The connection for one batch: opened for its first e-mail, and again after it was lost. */
final class RelayConnection implements AutoCloseable {

  private final Relay relay;
  private final Runnable onOpen;
  private Relay.@Nullable Connection current;

  /**
   * A connection that is not open yet.
   *
   * @param onOpen runs each time a connection was opened
   */
  RelayConnection(Relay relay, Runnable onOpen) {
    this.relay = relay;
    this.onOpen = onOpen;
  }

  Relay.Connection get() throws RelayUnreachableException {
    Relay.Connection connection = current;
    if (connection != null && connection.isOpen()) {
      return connection;
    }
    if (connection != null && connection.isTooSlow()) {
      // Each of the other e-mails would take as long; the dispatcher releases them.
      throw new RelayUnreachableException(relay.destination());
    }
    close();
    connection = relay.open();
    current = connection;
    onOpen.run();
    return connection;
  }

  @Override
  public void close() {
    if (current != null) {
      current.close();
      current = null;
    }
  }
}
