/** The register's processes on Camunda, and the beans that models may use. */
@NullMarked
package eu.jalon.engine.process;

import org.jspecify.annotations.NullMarked;
