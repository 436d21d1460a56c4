/** Task listeners that keep the register's action items up to date. */
@NullMarked
package eu.jalon.engine.task;

import org.jspecify.annotations.NullMarked;
