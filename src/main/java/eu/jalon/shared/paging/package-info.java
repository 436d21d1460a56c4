/** Pages of a list, and array parameters for batch statements. */
@NullMarked
package eu.jalon.shared.paging;

import org.jspecify.annotations.NullMarked;
