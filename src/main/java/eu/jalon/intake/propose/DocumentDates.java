package eu.jalon.intake.propose;

import eu.jalon.intake.document.Block;
import eu.jalon.intake.document.Heading;
import eu.jalon.intake.document.PageFurniture;
import eu.jalon.intake.document.Paragraph;
import eu.jalon.intake.document.SourceText;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the day from which a document counts its periods. */
public final class DocumentDates {

  private static final int FIRST_BLOCKS = 12;
  private static final int LONGEST = 130;

  private final Deadlines deadlines;

  public DocumentDates(Deadlines deadlines) {
    this.deadlines = deadlines;
  }

  /**
   * The day that one of the first short lines names, such as "Réunion du 18 juin 2026"; else what
   * the reader of the document found in its words, else nothing: the day that a file was written is
   * none of the document.
   */
  public @Nullable LocalDate of(SourceText source) {
    List<Block> blocks = source.blocks();
    for (int i = 0; i < blocks.size() && i < FIRST_BLOCKS; i++) {
      Block block = blocks.get(i);
      if (!(block instanceof Paragraph
          || block instanceof Heading
          || block instanceof PageFurniture)) {
        continue;
      }
      for (String line : raw(source, block).split("\\R", -1)) {
        Optional<LocalDate> day =
            line.length() > LONGEST ? Optional.empty() : deadlines.firstDay(line);
        if (day.isPresent()) {
          return day.get();
        }
      }
    }
    LocalDate found = source.date();
    return found != null && deadlines.names(source.text(), found) ? found : null;
  }

  private static String raw(SourceText source, Block block) {
    return source.text().substring(block.place().start(), block.place().end());
  }
}
