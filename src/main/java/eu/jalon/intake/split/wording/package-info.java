/** Recognises how French, Dutch and English sentences and headings word what is to be done. */
@NullMarked
package eu.jalon.intake.split.wording;

import org.jspecify.annotations.NullMarked;
