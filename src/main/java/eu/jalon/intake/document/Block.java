package eu.jalon.intake.document;

/** One unit of a document: its cleaned text and the place of the raw text it was read from. */
public sealed interface Block permits Heading, Paragraph, ListItem, TableRow, PageFurniture {

  /** Where the raw text of this block stands. */
  Place place();

  /** The cleaned text: lines of one paragraph joined, hyphens at line ends removed. */
  String text();
}
