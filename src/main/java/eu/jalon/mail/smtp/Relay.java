package eu.jalon.mail.smtp;

import eu.jalon.mail.message.WrittenMessage;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Accepts messages for delivery: an SMTP relay or a folder. */
public interface Relay {

  Connection open() throws RelayUnreachableException;

  /** For display: {@code smtp://host:port}, or the absolute path of a folder. */
  String destination();

  /** The time limit for all replies to one message. */
  Duration replyTimeout();

  /** A connection for consecutive messages, used by one thread. */
  interface Connection extends AutoCloseable {

    /**
     * Sends one message.
     *
     * @param hasLease checked before the end of the message is sent; if false, the transmission is
     *     aborted and the relay discards the message
     */
    DeliveryResult send(WrittenMessage message, BooleanSupplier hasLease);

    /** Whether another message can be sent. */
    boolean isOpen();

    /** Whether a reply timed out, so that another connection is not worth opening now. */
    default boolean isTooSlow() {
      return false;
    }

    @Override
    void close();
  }
}
