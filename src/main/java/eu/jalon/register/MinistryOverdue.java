package eu.jalon.register;

import eu.jalon.shared.MinistryCode;

/**
 * How much of a ministry's work is overdue.
 *
 * @param worst calendar days that its oldest item is past its due date
 */
public record MinistryOverdue(MinistryCode ministry, int items, int worst) {}
