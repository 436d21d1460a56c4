/** Which node runs the engine's timers. */
@NullMarked
package eu.jalon.engine.job;

import org.jspecify.annotations.NullMarked;
