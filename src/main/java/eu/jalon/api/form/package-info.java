/** The forms of Camunda Tasklist. */
@NullMarked
package eu.jalon.api.form;

import org.jspecify.annotations.NullMarked;
