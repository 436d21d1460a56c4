/** The process models: element ids, deployment, migration, drawing. */
@NullMarked
package eu.jalon.engine.model;

import org.jspecify.annotations.NullMarked;
