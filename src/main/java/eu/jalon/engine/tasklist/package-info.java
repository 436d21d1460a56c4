/** Filters and translations of Camunda Tasklist. */
@NullMarked
package eu.jalon.engine.tasklist;

import org.jspecify.annotations.NullMarked;
