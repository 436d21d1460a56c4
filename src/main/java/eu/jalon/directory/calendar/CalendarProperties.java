package eu.jalon.directory.calendar;

import eu.jalon.shared.Country;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Days off that are not public holidays.
 *
 * @param bridgingDays by country, for example {@code jalon.calendar.bridging-days.be=2027-05-07}
 */
@ConfigurationProperties("jalon.calendar")
public record CalendarProperties(@DefaultValue Map<Country, Set<LocalDate>> bridgingDays) {}
