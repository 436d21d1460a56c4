package eu.jalon.report.note;

import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.Figures;
import eu.jalon.commitment.Health;
import eu.jalon.commitment.Leads;
import eu.jalon.commitment.ProgressReport;
import eu.jalon.commitment.ProgressStatus;
import eu.jalon.commitment.ThemeCounts;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Party;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.Theme;
import eu.jalon.overview.status.StatusSheet;
import eu.jalon.report.document.ReportMessages;
import eu.jalon.report.document.ReportNote;
import eu.jalon.report.document.ReportText;
import eu.jalon.report.evaluation.EvaluationDraft;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.Language;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A report in which each list is longer than its limit and each text longer than a line. */
final class LongReport {

  private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
  private static final MeetingId ORIGIN = new MeetingId("VD2023");
  private static final int COMMITMENTS = 10;

  private static final Map<String, List<String>> NAMES =
      Map.of(
          "BE", List.of("Belgique", "België", "Belgium", "Belgien"),
          "FR", List.of("France", "Frankrijk", "France", "Frankreich"),
          "DE", List.of("Allemagne", "Duitsland", "Germany", "Deutschland"),
          "NL", List.of("Pays-Bas", "Nederland", "Netherlands", "Niederlande"),
          "LU", List.of("Luxembourg", "Luxemburg", "Luxembourg", "Luxemburg"),
          "IT", List.of("Italie", "Italië", "Italy", "Italien"));

  private static final LocalText MINISTRY =
      text(
          "Ministère de l’Europe et des Affaires étrangères",
          "Ministerie van Binnenlandse Zaken en Koninkrijksrelaties",
          "Ministry of Foreign Affairs and International Cooperation",
          "Bundesministerium für wirtschaftliche Zusammenarbeit und Entwicklung");

  private static final LocalText TITLE =
      text(
          "Faire du centre de coopération policière et douanière une plateforme opérationnelle"
              + " commune dotée de ses propres analystes",
          "Van het centrum voor politie- en douanesamenwerking een gezamenlijk operationeel"
              + " platform maken met eigen analisten",
          "Turn the police and customs cooperation centre into a joint operational platform with"
              + " analysts of its own",
          "Das Zentrum für Polizei- und Zollzusammenarbeit zu einer gemeinsamen operativen"
              + " Plattform mit eigenen Auswertungskräften ausbauen");

  private static final String SAID =
      "Le recrutement des analystes est suspendu depuis janvier parce que le budget complémentaire"
          + " n’a pas été accordé ; un arbitrage est demandé avant le prochain sommet des"
          + " ministres, faute de quoi la mise en service sera reportée d’une année entière.";

  private LongReport() {}

  /** The report about 60 commitments in 6 themes, of series with up to 6 parties. */
  static ReportNote of(Language language, int parties) {
    List<PartyCode> codes =
        Stream.of("BE", "FR", "DE", "NL", "LU", "IT").limit(parties).map(PartyCode::new).toList();
    List<MinistryCode> leads = codes.stream().map(LongReport::ministry).toList();
    Map<MinistryCode, Ministry> ministries =
        leads.stream()
            .collect(
                Collectors.toMap(Function.identity(), code -> new Ministry(code, false, MINISTRY)));
    ReportMessages messages =
        new ReportMessages(language, ministries, codes.stream().map(LongReport::party).toList());
    StatusReportData data = data(codes, leads, ministries);
    EvaluationDraft draft = new EvaluationDraft(messages, TODAY, ZoneOffset.UTC, Map.of());
    Map<Theme, List<ReportText>> drafts =
        data.themes().stream()
            .collect(
                Collectors.toMap(
                    ThemeCounts::theme, standing -> draft.of(standing, data.of(standing.theme()))));
    return new StatusReportComposer(
            data, messages, new StatusReportComposer.Texts(drafts, language, List.of()))
        .note();
  }

  private static StatusReportData data(
      List<PartyCode> parties, List<MinistryCode> leads, Map<MinistryCode, Ministry> ministries) {
    Map<Theme, List<StatusSheet.CommitmentRow>> rows = new LinkedHashMap<>();
    for (int number = 1; number <= 6; number++) {
      int theme = number;
      rows.put(
          theme(number),
          IntStream.rangeClosed(1, COMMITMENTS)
              .mapToObj(position -> row(theme, position, leads))
              .toList());
    }
    return new StatusReportData(
        TODAY,
        ZoneOffset.UTC,
        TODAY.minusDays(30),
        parties,
        new Meeting(
            new MeetingId("VD2027"),
            "VD",
            TITLE,
            null,
            TODAY.minusDays(3),
            false,
            Meeting.Status.CONFIRMED,
            0),
        rows.keySet().stream()
            .map(theme -> new ThemeCounts(theme, TITLE, new Figures(1, 1, 1, 6, 1, 6), 1, 1))
            .toList(),
        rows.size(),
        rows,
        leads.stream()
            .map(lead -> new StatusSheet.MinistryStanding(lead, new Figures(6, 6, 6, 36, 6, 36)))
            .toList(),
        changes(),
        new StatusSheet.Progress(new Figures(4, 11, 0, 6, 27, 21), new Figures(6, 6, 6, 36, 6, 36)),
        IntStream.rangeClosed(1, 4)
            .mapToObj(
                position ->
                    new StatusSheet.AwaitedDecision(
                        "request",
                        "REASSIGNMENT",
                        ref(2, position),
                        TITLE,
                        parties.get(0),
                        SAID,
                        TODAY.minusDays(9),
                        25))
            .toList(),
        ministries,
        Map.of(new PersonId("be-ibz"), Texts.FR));
  }

  private static StatusSheet.Changes changes() {
    List<StatusSheet.Changed> changed = new ArrayList<>();
    for (CommitmentChange.Type type :
        List.of(
            CommitmentChange.Type.FULFILLED,
            CommitmentChange.Type.DUE_DATE,
            CommitmentChange.Type.WITHDRAWN,
            CommitmentChange.Type.CARRIED_OVER,
            CommitmentChange.Type.ENTERED)) {
      for (int position = 1; position <= 3; position++) {
        boolean dated = type == CommitmentChange.Type.DUE_DATE;
        changed.add(
            new StatusSheet.Changed(
                ref(1, position),
                TITLE,
                type,
                dated ? "2027-06-01" : null,
                dated ? "2027-12-15" : "VD2027-1.01",
                SAID,
                Instant.parse("2027-02-10T09:00:00Z"),
                3));
      }
    }
    return new StatusSheet.Changes(
        changed,
        IntStream.rangeClosed(1, 3)
            .mapToObj(
                position ->
                    new StatusSheet.HealthChanged(
                        ref(3, position), TITLE, Health.SILENT, Health.BLOCKED, 12))
            .toList(),
        List.of(new StatusSheet.BecameOverdue(ref(1, 1), TITLE, TODAY.minusDays(8), 15)),
        112);
  }

  private static StatusSheet.CommitmentRow row(int theme, int position, List<MinistryCode> leads) {
    CommitmentRef ref = ref(theme, position);
    boolean fulfilled = position == COMMITMENTS;
    ProgressStatus said = position <= 6 ? ProgressStatus.BLOCKED : ProgressStatus.ON_TRACK;
    return new StatusSheet.CommitmentRow(
        ref,
        TITLE,
        ORIGIN,
        theme,
        Leads.of(leads, leads.get(0).party(), List.of()),
        position <= 6 ? TODAY.minusDays(200 + position) : TODAY.plusDays(90),
        fulfilled ? CommitmentStatus.FULFILLED : CommitmentStatus.IN_PROGRESS,
        position <= 6 ? Health.BLOCKED : Health.ON_TRACK,
        fulfilled ? TODAY.minusDays(9) : null,
        leads.stream()
            .limit(3)
            .collect(
                Collectors.toMap(
                    MinistryCode::party,
                    lead ->
                        new ProgressReport(
                            ref,
                            lead,
                            said,
                            SAID,
                            null,
                            null,
                            Instant.parse("2027-02-03T09:00:00Z"),
                            new PersonId("be-ibz")))));
  }

  private static Theme theme(int number) {
    return new Theme(ORIGIN, number, TITLE);
  }

  private static CommitmentRef ref(int theme, int position) {
    return CommitmentRef.of(ORIGIN, theme, position);
  }

  private static MinistryCode ministry(PartyCode party) {
    return new MinistryCode(party + "-INT");
  }

  private static Party party(PartyCode code) {
    List<String> names = Objects.requireNonNull(NAMES.get(code.value()));
    return new Party(
        code,
        text(names.get(0), names.get(1), names.get(2), names.get(3)),
        ZoneId.of("Europe/Brussels"),
        "be",
        Set.of());
  }

  private static LocalText text(String fr, String nl, String en, String de) {
    return LocalText.given(Map.of("fr", fr, "nl", nl, "en", en, "de", de)).orElseThrow();
  }
}
