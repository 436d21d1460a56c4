/** What all pages share: layout, wording, links and refusals. */
@NullMarked
package eu.jalon.pages.frame;

import org.jspecify.annotations.NullMarked;
