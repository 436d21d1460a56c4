/** What is late, grouped and worst first. */
@NullMarked
package eu.jalon.pages.overdue;

import org.jspecify.annotations.NullMarked;
