package eu.jalon.intake.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document as its reader found it: its whole plain text and the blocks in it, in reading order;
 * neither has characters that {@link eu.jalon.shared.text.TextPolicy} rejects.
 *
 * @param text the plain text that review pages show; blocks point into it
 * @param date the date the document states for itself, if any
 * @param warnings keys of messages about what could not be read with certainty: {@code
 *     document.recognised} for text recognised from a picture, {@code document.pagesWithoutText}
 *     for a PDF some pages of which have none, {@code document.dateFromProperties} for a date that
 *     the text does not state
 */
public record SourceText(
    String fileName,
    DocumentFormat format,
    String text,
    List<Block> blocks,
    @Nullable LocalDate date,
    List<String> warnings) {

  public SourceText {
    text = CleanText.shown(text);
    blocks = blocks.stream().map(Block::cleaned).toList();
    warnings = List.copyOf(warnings);
    for (Block block : blocks) {
      if (block.place().end() > text.length()) {
        throw new IllegalArgumentException("a block ends after the text: " + block.place());
      }
    }
  }
}
