/** The deep link that emails carry. */
@NullMarked
package eu.jalon.pages.tasks;

import org.jspecify.annotations.NullMarked;
