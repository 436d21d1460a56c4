package eu.jalon.mail.queue;

import eu.jalon.shared.EmailAddress;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Properties of the mail queue; the relay is configured under {@code spring.mail}.
 *
 * @param from the sender address; its domain is also the domain of each Message-ID
 * @param fromName the display name of the sender
 * @param replyTo the address for replies, best that of the mailbox that is read; empty for that of
 *     the sender
 * @param folder the folder for .eml files, used if no {@code spring.mail.host} is set
 * @param allowedDomains the recipient domains e-mails may be sent to; empty allows all
 * @param lease the duration of a lease; must be longer than {@code mail.smtp.timeout}
 * @param batch the number of e-mails claimed at once
 * @param perMinute the e-mails all nodes together may send in a minute; 0 for no limit
 */
@ConfigurationProperties("jalon.mail")
@Validated
record MailProperties(
    @DefaultValue("jalon@example.org") String from,
    @DefaultValue("Jalon") String fromName,
    @DefaultValue("") String replyTo,
    @DefaultValue("var/mail") Path folder,
    @DefaultValue List<String> allowedDomains,
    @DefaultValue("15m") @DurationMin(seconds = 1) Duration lease,
    @DefaultValue("100") @Min(1) @Max(1000) int batch,
    @DefaultValue("0") @PositiveOrZero int perMinute) {

  MailProperties {
    allowedDomains =
        allowedDomains.stream()
            .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
            .filter(domain -> !domain.isEmpty())
            .toList();
  }

  boolean allows(EmailAddress address) {
    return allowedDomains.isEmpty() || allowedDomains.contains(address.domain());
  }
}
