/** The engine's users, groups and authorizations, taken from the directory. */
@NullMarked
package eu.jalon.engine.access;

import org.jspecify.annotations.NullMarked;
