/** Ministries, people, absences. */
@NullMarked
package eu.jalon.api.directory;

import org.jspecify.annotations.NullMarked;
