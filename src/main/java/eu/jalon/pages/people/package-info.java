/** Ministries and their people. */
@NullMarked
package eu.jalon.pages.people;

import org.jspecify.annotations.NullMarked;
