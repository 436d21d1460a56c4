/** The home page of coordinators. */
@NullMarked
package eu.jalon.pages.home;

import org.jspecify.annotations.NullMarked;
