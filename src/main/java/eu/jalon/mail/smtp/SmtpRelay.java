package eu.jalon.mail.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.Properties;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The relay that {@code spring.mail.*} names. */
final class SmtpRelay implements Relay {

  /** RFC 5321, 4.5.3.2.6: a relay may take ten minutes to answer the final dot. */
  private static final long ANSWER_MILLIS = 600_000;

  /** RFC 5321, 4.5.3.2.1: a relay may take five minutes to greet. */
  private static final Duration OPENING = Duration.ofMinutes(5);

  private final JavaMailSenderImpl sender;
  private final String protocol;
  private final RefusedAddresses refused;

  SmtpRelay(JavaMailSenderImpl sender, RefusedAddresses refused) {
    this.sender = sender;
    String configured = sender.getProtocol();
    this.protocol = configured == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : configured;
    this.refused = refused;
    limit("connectiontimeout", 5_000);
    limit("timeout", ANSWER_MILLIS);
    limit("writetimeout", 60_000);
  }

  @Override
  public Connection open() throws RelayUnreachableException {
    Deadline deadline = new Deadline();
    deadline.begin(OPENING.compareTo(patience()) < 0 ? OPENING : patience());
    Properties properties = new Properties();
    properties.putAll(sender.getJavaMailProperties());
    properties.put(key("socketFactory"), new RelaySockets(deadline));
    try {
      Transport transport = Session.getInstance(properties).getTransport(protocol);
      transport.connect(
          sender.getHost(), sender.getPort(), sender.getUsername(), sender.getPassword());
      return new SmtpConnection(transport, refused, deadline, patience());
    } catch (MessagingException e) {
      throw new RelayUnreachableException(destination(), e);
    }
  }

  @Override
  public String destination() {
    String port = sender.getPort() < 0 ? "" : ":" + sender.getPort();
    return protocol + "://" + sender.getHost() + port;
  }

  @Override
  public Duration patience() {
    return Duration.ofMillis(
        Long.parseLong(sender.getJavaMailProperties().getProperty(key("timeout"))));
  }

  /** JavaMail waits for ever where it is not told otherwise. */
  private void limit(String property, long millis) {
    sender.getJavaMailProperties().putIfAbsent(key(property), String.valueOf(millis));
  }

  private String key(String property) {
    return "mail." + protocol + "." + property;
  }
}
