package eu.jalon.mail.mailbox;

import java.util.Optional;

/**
 * A message of the mailbox.
 *
 * @param report the delivery report in it, if it is one
 * @param reply the reply in it, if it has an address as its sender; of delivery reports only one of
 *     a failure that names no e-mail of this application
 */
public record IncomingMessage(Optional<DeliveryReport> report, Optional<IncomingReply> reply) {

  /** Parses a message, which may be truncated. */
  static IncomingMessage of(byte[] message) {
    Optional<DeliveryReport> report = DeliveryReportReader.read(message);
    return new IncomingMessage(report, ReplyReader.read(message, report));
  }
}
