package eu.jalon.report.document;

import eu.jalon.shared.Language;
import java.time.LocalDate;
import java.util.List;

/**
 * A note as a minister is handed it, in one language, before it becomes a page, an ODT or a PDF.
 *
 * @param sender who it is from, in the place of a letterhead
 * @param subject what it is about, in a line under the title
 * @param dated place and day in words
 */
public record ReportNote(
    Language language,
    LocalDate day,
    String sender,
    String title,
    String subject,
    String dated,
    List<ReportBlock> blocks) {

  public ReportNote {
    blocks = List.copyOf(blocks);
  }

  /** The language with the country whose usage it follows (BCP 47). */
  public String lang() {
    return tag(language);
  }

  static String tag(Language language) {
    return language == Language.EN ? "en-GB" : language.code() + "-BE";
  }

  /** The headings of the second level, which a table of contents lists. */
  public List<ReportBlock.Heading> contents() {
    return blocks.stream()
        .filter(ReportBlock.Heading.class::isInstance)
        .map(ReportBlock.Heading.class::cast)
        .filter(heading -> heading.level() == 2)
        .toList();
  }

  /** The name of a file with this note, without its ending. */
  public String fileName() {
    return "jalon-" + day + "-" + language.code();
  }
}
