/** Translates the engine's exceptions into validation errors. */
@NullMarked
package eu.jalon.engine.fault;

import org.jspecify.annotations.NullMarked;
