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
 * How emails are sent; the relay itself is configured under {@code spring.mail}.
 *
 * @param from the address emails come from; its domain also ends each Message-ID
 * @param fromName the name shown beside it
 * @param folder where emails are written while no {@code spring.mail.host} is set
 * @param allowedDomains the only domains emails go to; empty allows all
 * @param lease how long a dispatcher may hold an email; longer than {@code mail.smtp.timeout}
 * @param batch how many emails a dispatcher takes at once
 * @param perMinute how many emails the relay is handed in a minute, by all nodes together; 0 for as
 *     many as it takes
 */
@ConfigurationProperties("jalon.mail")
@Validated
record MailProperties(
    @DefaultValue("jalon@example.org") String from,
    @DefaultValue("Jalon") String fromName,
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
