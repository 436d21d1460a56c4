package eu.jalon.mail.smtp;

import eu.jalon.shared.EmailAddress;
import java.util.UUID;

/** Port: records addresses that the relay rejected permanently. */
public interface RefusedAddresses {

  /**
   * Records a rejected address.
   *
   * @param status an enhanced status code (RFC 3463)
   * @param diagnostic the reply of the server
   */
  void refused(EmailAddress address, String status, String diagnostic, UUID email);
}
