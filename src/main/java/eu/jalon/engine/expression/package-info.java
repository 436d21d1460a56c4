/** Limits what expressions in models and queries can reach. */
@NullMarked
package eu.jalon.engine.expression;

import org.jspecify.annotations.NullMarked;
