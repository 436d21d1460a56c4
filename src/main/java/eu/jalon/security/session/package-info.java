/** Sessions in the database, so that a user stays signed in when a node ends. */
@NullMarked
package eu.jalon.security.session;

import org.jspecify.annotations.NullMarked;
