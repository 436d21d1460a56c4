package eu.jalon.mail.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.Properties;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The SMTP relay configured by {@code spring.mail.*}. */
final class SmtpRelay implements Relay {

  /** Ten minutes for the reply to the end of the message (RFC 5321, 4.5.3.2.6). */
  private static final long REPLY_MILLIS = 600_000;

  /** Five minutes for the greeting (RFC 5321, 4.5.3.2.1). */
  private static final Duration GREETING = Duration.ofMinutes(5);

  private final JavaMailSenderImpl sender;
  private final String protocol;
  private final RefusedAddresses refused;

  SmtpRelay(JavaMailSenderImpl sender, RefusedAddresses refused) {
    this.sender = sender;
    String configured = sender.getProtocol();
    this.protocol = configured == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : configured;
    this.refused = refused;
    setDefaultTimeout("connectiontimeout", 5_000);
    setDefaultTimeout("timeout", REPLY_MILLIS);
    setDefaultTimeout("writetimeout", 60_000);
  }

  @Override
  public Connection open() throws RelayUnreachableException {
    ReplyTimeout timeout = new ReplyTimeout();
    timeout.start(GREETING.compareTo(replyTimeout()) < 0 ? GREETING : replyTimeout());
    Properties properties = new Properties();
    properties.putAll(sender.getJavaMailProperties());
    properties.put(key("socketFactory"), new TimeLimitedSocketFactory(timeout));
    try {
      Transport transport = Session.getInstance(properties).getTransport(protocol);
      transport.connect(
          sender.getHost(), sender.getPort(), sender.getUsername(), sender.getPassword());
      return new SmtpConnection(transport, refused, timeout, replyTimeout());
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
  public Duration replyTimeout() {
    return Duration.ofMillis(
        Long.parseLong(sender.getJavaMailProperties().getProperty(key("timeout"))));
  }

  /** Sets a timeout that is not configured; the default of JavaMail is none. */
  private void setDefaultTimeout(String property, long millis) {
    sender.getJavaMailProperties().putIfAbsent(key(property), String.valueOf(millis));
  }

  private String key(String property) {
    return "mail." + protocol + "." + property;
  }
}
