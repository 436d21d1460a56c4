/** Manual reminders, reminder rounds and the forecast. */
@NullMarked
package eu.jalon.api.reminder;

import org.jspecify.annotations.NullMarked;
