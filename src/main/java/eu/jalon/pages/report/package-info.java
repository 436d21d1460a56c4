/** The status report for a minister, and the evaluations for the next declaration. */
@NullMarked
package eu.jalon.pages.report;

import org.jspecify.annotations.NullMarked;
