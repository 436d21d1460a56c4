package eu.jalon.mail.smtp;

import eu.jalon.shared.EmailAddress;
import java.util.UUID;

/** Port: whoever keeps the addresses that no email reaches. */
public interface RefusedAddresses {

  /**
   * Notes that an address was refused for good.
   *
   * @param status an enhanced status code (RFC 3463)
   * @param diagnostic the server's words
   */
  void refused(EmailAddress address, String status, String diagnostic, UUID email);
}
