/** Pages of a longer list, and the columns it is sorted by. */
@NullMarked
package eu.jalon.shared.paging;

import org.jspecify.annotations.NullMarked;
