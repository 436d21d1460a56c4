package eu.jalon.intake.document;

import eu.jalon.shared.text.TextPolicy;

/** One unit of a document: its cleaned text and the place of the raw text it was read from. */
public sealed interface Block permits Heading, Paragraph, ListItem, TableRow, PageFurniture {

  /** The place of the raw text of this block. */
  Place place();

  /** The cleaned text: lines of one paragraph joined, hyphens at line ends removed. */
  String text();

  /** Returns this block without characters that {@link TextPolicy} rejects. */
  Block cleaned();

  /** Returns a text of one line without characters that {@link TextPolicy} rejects. */
  static String cleaned(String text) {
    return TextPolicy.SINGLE_LINE.cleaned(text, "");
  }
}
