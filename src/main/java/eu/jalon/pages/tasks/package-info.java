/** The links to action items in emails, answers and reminders. */
@NullMarked
package eu.jalon.pages.tasks;

import org.jspecify.annotations.NullMarked;
