package eu.jalon.mail.smtp;

import eu.jalon.mail.message.WrittenMessage;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Where emails are handed over: a mail relay or a folder. */
public interface Relay {

  /** Opens a connection for a number of emails; fails when there is none to be had now. */
  Connection open() throws RelayUnreachableException;

  /** What a person would call it: {@code smtp://host:port}, or the absolute path of a folder. */
  String destination();

  /** How long the relay may take over one message, all its replies together. */
  Duration patience();

  /** A line to the relay, used by one thread for one email after the other. */
  interface Connection extends AutoCloseable {

    /**
     * Hands one email over and says what came of it.
     *
     * @param ours asked again right before the email is final; where the answer is no, it is broken
     *     off and not handed over
     */
    DeliveryResult send(WrittenMessage mail, BooleanSupplier ours);

    /** Whether another email can follow. */
    boolean isOpen();

    /** Whether the relay took too long over a message; another connection would fare no better. */
    default boolean isTooSlow() {
      return false;
    }

    @Override
    void close();
  }
}
