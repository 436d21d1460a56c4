/** Which release of the application a database belongs to. */
@NullMarked
package eu.jalon.operation.release;

import org.jspecify.annotations.NullMarked;
