/** Texts of the e-mails about reminders and questions. */
@NullMarked
@NamedInterface("wording")
package eu.jalon.reminder.wording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
