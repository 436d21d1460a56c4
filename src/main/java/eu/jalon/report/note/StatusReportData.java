package eu.jalon.report.note;

import eu.jalon.commitment.ThemeCounts;
import eu.jalon.directory.Ministry;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.Theme;
import eu.jalon.overview.status.StatusSheet;
import eu.jalon.shared.Language;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The data of a status report, independent of language.
 *
 * @param today in the zone of the reader
 * @param parties of the series that the report is about
 * @param nextSummit the next summit; null if there is none
 * @param themeCount the number of all themes, also of those that are left out
 * @param writers the language of each person, for the language tags of quoted reports
 */
record StatusReportData(
    LocalDate today,
    ZoneId zone,
    LocalDate since,
    List<PartyCode> parties,
    @Nullable Meeting nextSummit,
    List<ThemeCounts> themes,
    int themeCount,
    Map<Theme, List<StatusSheet.CommitmentRow>> lines,
    List<StatusSheet.MinistryStanding> standings,
    StatusSheet.Changes changes,
    StatusSheet.Progress progress,
    List<StatusSheet.AwaitedDecision> awaited,
    Map<MinistryCode, Ministry> ministries,
    Map<PersonId, Language> writers) {

  /** The day of an instant in the zone of the reader. */
  LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  Optional<Meeting> summit() {
    return Optional.ofNullable(nextSummit);
  }

  /** The number of all proposals and requests without an answer. */
  int awaitedCount() {
    return awaited.stream().mapToInt(StatusSheet.AwaitedDecision::all).findFirst().orElse(0);
  }

  /** The commitments of all themes, the longest overdue first. */
  List<StatusSheet.CommitmentRow> byDueDate() {
    return lines.values().stream()
        .flatMap(List::stream)
        .sorted(
            Comparator.comparing(
                    StatusSheet.CommitmentRow::dueOn,
                    Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
                .thenComparing(line -> line.ref().value()))
        .toList();
  }

  List<StatusSheet.CommitmentRow> of(Theme theme) {
    return lines.getOrDefault(theme, List.of());
  }
}
