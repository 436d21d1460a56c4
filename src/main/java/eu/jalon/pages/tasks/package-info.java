/** The deep link that letters carry. */
@NullMarked
package eu.jalon.pages.tasks;

import org.jspecify.annotations.NullMarked;
