/** Action items and evidence files. */
@NullMarked
package eu.jalon.api.actionitem;

import org.jspecify.annotations.NullMarked;
