package eu.jalon.report.document;

import eu.jalon.shared.Language;
import java.time.LocalDate;
import java.util.List;

/**
 * The report in one language as blocks, from which page, ODT and PDF are rendered.
 *
 * @param sender shown above the title
 * @param subject shown below the title
 * @param dated place and date in words
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

  /** The language tag with region (BCP 47). */
  public String lang() {
    return tag(language);
  }

  static String tag(Language language) {
    return language.documentTag();
  }

  /** The headings of level 2, for the table of contents. */
  public List<ReportBlock.Heading> contents() {
    return blocks.stream()
        .filter(ReportBlock.Heading.class::isInstance)
        .map(ReportBlock.Heading.class::cast)
        .filter(heading -> heading.level() == 2)
        .toList();
  }

  /** The file name without extension. */
  public String fileName() {
    return "jalon-" + day + "-" + language.code();
  }
}
