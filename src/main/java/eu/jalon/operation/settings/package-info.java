/** Checks settings before the application is built, and reports a failed start in one sentence. */
@NullMarked
package eu.jalon.operation.settings;

import org.jspecify.annotations.NullMarked;
