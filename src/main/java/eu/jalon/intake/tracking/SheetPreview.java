package eu.jalon.intake.tracking;

import eu.jalon.intake.draft.DraftField;
import eu.jalon.intake.draft.DraftGap;
import eu.jalon.intake.draft.DraftItem;
import eu.jalon.intake.sheet.SheetReading.ReadRow;
import eu.jalon.intake.sheet.SheetRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a tracking sheet with its mapping, row by row.
 *
 * @param values the values of the status column, the empty one for rows with remarks only
 */
public record SheetPreview(TrackingSheet sheet, List<String> values, List<PreviewRow> rows) {

  public SheetPreview {
    values = List.copyOf(values);
    rows = List.copyOf(rows);
  }

  /** What is made of a row. */
  public enum Outcome {
    /** A draft. */
    STEP,
    /** The title of the theme of the rows below. */
    THEME,
    /** Nothing, since the row is skipped. */
    SKIPPED,
    /** Nothing, since the row has no step: it prevents that the sheet is taken over. */
    NO_STEP
  }

  /**
   * A row of the sheet.
   *
   * @param read what its cells say, null where they bring no step
   * @param draft what is made of it
   * @param gaps what the draft still lacks
   */
  public record PreviewRow(
      SheetRow row,
      Outcome outcome,
      @Nullable ReadRow read,
      @Nullable DraftItem draft,
      List<DraftGap> gaps) {

    public PreviewRow {
      gaps = List.copyOf(gaps);
    }

    /** Whether the cell of the owner names no ministry that is known. */
    public boolean isOwnerUnknown() {
      return read != null
          && draft != null
          && !read.owner().isEmpty()
          && draft.owners().leads().isEmpty()
          && draft.owners().associated().isEmpty();
    }

    /** Whether the cell of the deadline is not understood. */
    public boolean isDeadlineUnknown() {
      return read != null
          && draft != null
          && !read.deadline().isEmpty()
          && !draft.isStated(DraftField.DEADLINE);
    }
  }

  /** How many drafts it makes. */
  public long steps() {
    return count(Outcome.STEP);
  }

  /** The number of rows that prevent its application. */
  public long refused() {
    return count(Outcome.NO_STEP);
  }

  /** How many rows bring a progress report. */
  public long reports() {
    return rows.stream().filter(row -> row.read() != null && row.read().status() != null).count();
  }

  private long count(Outcome outcome) {
    return rows.stream().filter(row -> row.outcome() == outcome).count();
  }
}
