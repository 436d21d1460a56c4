package eu.jalon.intake.document.block;

import java.util.List;

/**
 * A paragraph of a structured document.
 *
 * @param text the text; a line feed where the author broke a line by hand
 * @param heading the depth of the heading, or 0 if the format does not make it one
 * @param list the depth in its list, counted from 1, or 0 if it is in none
 * @param marker the bullet or number that the format shows before it, or empty
 * @param bold whether all of it is bold
 * @param notes the footnotes it refers to, with their numbers
 */
public record FlowParagraph(
    String text, int heading, int list, String marker, boolean bold, List<String> notes) {

  public FlowParagraph {
    notes = List.copyOf(notes);
  }

  /** A paragraph of the body, in no list. */
  public static FlowParagraph body(String text, boolean bold) {
    return new FlowParagraph(text, 0, 0, "", bold, List.of());
  }
}
