package eu.jalon.pages.commitments;

import eu.jalon.pages.frame.Names;
import eu.jalon.register.Change;
import eu.jalon.register.ProgressStatus;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One change, its values read as what they stand for. */
record HistoryLine(
    Change change,
    @Nullable LocalText ministry,
    @Nullable ProgressStatus progress,
    @Nullable LocalDate before,
    @Nullable LocalDate after) {

  static HistoryLine of(Change change, Names names) {
    return switch (change.what()) {
      case ENTERED, DUE_DATE ->
          new HistoryLine(change, null, null, date(change.from()), date(change.to()));
      case REPORTED ->
          new HistoryLine(change, ministry(change, names), progress(change.to()), null, null);
      case TAKEN_IN_CHARGE, VALIDATED, SENT_BACK, FULFILLED ->
          new HistoryLine(change, ministry(change, names), null, null, null);
    };
  }

  private static @Nullable LocalText ministry(Change change, Names names) {
    String code = change.from();
    return code == null ? null : names.ministry(new MinistryCode(code));
  }

  private static @Nullable LocalDate date(@Nullable String value) {
    return value == null ? null : LocalDate.parse(value);
  }

  private static @Nullable ProgressStatus progress(@Nullable String value) {
    return value == null ? null : ProgressStatus.valueOf(value);
  }
}
