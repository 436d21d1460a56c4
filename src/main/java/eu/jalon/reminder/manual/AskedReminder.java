package eu.jalon.reminder.manual;

import eu.jalon.shared.MinistryCode;
import java.time.LocalDate;

/**
 * A manual reminder of an item as it was asked for.
 *
 * @param on the day in Europe/Brussels
 * @param from the coordination team that asked
 */
public record AskedReminder(LocalDate on, MinistryCode from, String reason) {}
