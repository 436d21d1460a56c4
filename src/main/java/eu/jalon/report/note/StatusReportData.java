package eu.jalon.report.note;

import eu.jalon.directory.Ministry;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.Theme;
import eu.jalon.overview.status.StatusSheet;
import eu.jalon.shared.Language;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The data of a status report, independent of language.
 *
 * @param parties of the series that the report is about
 * @param nextSummit the next summit; null if there is none
 * @param writers the language of each person, for the language tags of quoted reports
 */
record StatusReportData(
    LocalDate today,
    LocalDate since,
    List<PartyCode> parties,
    @Nullable Meeting nextSummit,
    List<StatusSheet.ThemeStanding> themes,
    Map<Theme, List<StatusSheet.CommitmentRow>> lines,
    List<StatusSheet.MinistryStanding> standings,
    StatusSheet.Changes changes,
    Map<MinistryCode, Ministry> ministries,
    Map<PersonId, Language> writers) {

  Optional<Meeting> summit() {
    return Optional.ofNullable(nextSummit);
  }

  List<StatusSheet.CommitmentRow> of(Theme theme) {
    return lines.getOrDefault(theme, List.of());
  }
}
