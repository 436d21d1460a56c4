/** The reminder policy, evaluated by the engine's DMN. */
@NullMarked
package eu.jalon.engine.dmn;

import org.jspecify.annotations.NullMarked;
