/** Parts shared by all pages: layout, formatting, links and error pages. */
@NullMarked
package eu.jalon.pages.frame;

import org.jspecify.annotations.NullMarked;
