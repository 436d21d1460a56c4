package eu.jalon.report.note;

import eu.jalon.commitment.ThemeCounts;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.Theme;
import eu.jalon.overview.status.StatusSheet;
import eu.jalon.report.document.ReportBlock;
import eu.jalon.report.document.ReportMessages;
import eu.jalon.report.document.ReportNote;
import eu.jalon.report.document.ReportText;
import eu.jalon.report.evaluation.EvaluationDraft;
import eu.jalon.report.evaluation.EvaluationParagraph;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.Language;
import eu.jalon.shared.PartyCode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Composes the status report in one language. */
final class StatusReportComposer {

  /**
   * The evaluations of the report.
   *
   * @param languages those of declarations
   * @param language the one they are written in
   * @param drafts the drafted text of each theme
   * @param kept the texts that coordinators saved
   */
  record Texts(
      List<Language> languages,
      Language language,
      Map<Theme, String> drafts,
      List<EvaluationParagraph> kept) {}

  private final StatusReportData data;
  private final ReportMessages messages;
  private final Texts texts;
  private final List<ReportBlock> blocks = new ArrayList<>();

  StatusReportComposer(StatusReportData data, ReportMessages messages, Texts texts) {
    this.data = data;
    this.messages = messages;
    this.texts = texts;
  }

  ReportNote note() {
    inBrief();
    new ChangesComposer(data, messages).addTo(blocks);
    byMinistry();
    data.themes().forEach(this::theme);
    otherThemes();
    evaluation();
    return new ReportNote(
        messages.language(),
        data.today(),
        messages.text(
            "sender",
            data.parties().stream().map(messages::party).collect(Collectors.joining(" – "))),
        messages.text("title"),
        messages.text("subject", messages.day(data.since())),
        messages.text("dated", messages.day(data.today())),
        blocks);
  }

  private void inBrief() {
    heading(2, ReportText.plain(messages.text("brief")), "brief", false);
    data.summit().map(this::summitLine).ifPresent(this::paragraph);
    int total = sum(ThemeCounts::total);
    if (total == 0) {
      paragraph(messages.text("brief.none"));
      return;
    }
    paragraph(messages.text("brief.sum", total, data.themes().size(), sum(ThemeCounts::overdue)));
    blocks.add(
        new ReportBlock.Grid(
            ReportBlock.Layout.FIGURES,
            messages.text("brief.caption"),
            figureColumns("theme"),
            data.themes().stream().map(this::figures).toList()));
  }

  private String summitLine(Meeting summit) {
    String name = messages.in(summit.name());
    LocalDate day = summit.date();
    if (day == null) {
      return messages.text("brief.noDate", name);
    }
    long days = ChronoUnit.DAYS.between(data.today(), day);
    return messages.text(days < 0 ? "brief.past" : "brief.summit", name, messages.day(day), days);
  }

  private List<ReportBlock.Cell> figures(StatusSheet.ThemeStanding standing) {
    ThemeCounts state = standing.state();
    return row(
        List.of(
            messages.line(standing.theme().title()),
            messages.line(standing.meeting()).as(ReportText.Style.SOFT)),
        state.fulfilled(),
        state.onTrack(),
        state.atRisk(),
        state.blocked(),
        state.silent(),
        state.total(),
        state.overdue());
  }

  private void byMinistry() {
    if (data.standings().isEmpty()) {
      return;
    }
    heading(2, ReportText.plain(messages.text("ministries")), "ministries", true);
    paragraph(messages.text("ministries.lead"));
    Map<PartyCode, List<StatusSheet.MinistryStanding>> byParty =
        data.standings().stream()
            .collect(
                Collectors.groupingBy(
                    standing -> standing.ministry().party(), TreeMap::new, Collectors.toList()));
    byParty.forEach(
        (party, standings) -> {
          String name = messages.party(party);
          heading(3, ReportText.plain(name), "ministries-" + party, false);
          blocks.add(
              new ReportBlock.Grid(
                  ReportBlock.Layout.FIGURES,
                  messages.text("ministries.caption", name),
                  figureColumns("ministry"),
                  standings.stream().map(this::figures).toList()));
        });
  }

  private List<ReportBlock.Cell> figures(StatusSheet.MinistryStanding standing) {
    return row(
        List.of(messages.line(messages.ministry(standing.ministry()))),
        standing.fulfilled(),
        standing.onTrack(),
        standing.atRisk(),
        standing.blocked(),
        standing.silent(),
        standing.total(),
        standing.overdue());
  }

  private static List<ReportBlock.Cell> row(List<ReportText> name, int... numbers) {
    return Stream.concat(
            Stream.of(new ReportBlock.Cell(name, null)),
            Arrays.stream(numbers).mapToObj(ReportBlock.Cell::number))
        .toList();
  }

  private List<String> figureColumns(String first) {
    return List.of(
        messages.text("column." + first),
        messages.text("column.fulfilled"),
        messages.text("column.onTrack"),
        messages.text("column.atRisk"),
        messages.text("column.blocked"),
        messages.text("column.silent"),
        messages.text("column.total"),
        messages.text("column.overdue"));
  }

  private void theme(StatusSheet.ThemeStanding standing) {
    Theme theme = standing.theme();
    List<StatusSheet.CommitmentRow> lines = data.of(theme);
    ThemeCounts state = standing.state();
    heading(2, themeName(theme), "theme-" + theme.meeting() + "-" + theme.number(), true);
    blocks.add(
        new ReportBlock.Paragraph(messages.line(standing.meeting()).as(ReportText.Style.SOFT)));
    paragraph(
        messages.text(
            "theme.sum",
            state.total(),
            messages.list(EvaluationDraft.counts(messages, state)),
            state.overdue()));
    blocks.add(
        new ReportBlock.Grid(
            ReportBlock.Layout.COMMITMENTS,
            messages.text("theme.caption", messages.in(theme.title())),
            Stream.of("commitment", "leads", "due", "state", "said")
                .map(column -> messages.text("column." + column))
                .toList(),
            lines.stream().map(new CommitmentRowComposer(data, messages)::row).toList()));
    int others = state.total() - lines.size();
    if (others > 0) {
      blocks.add(new ReportBlock.Paragraph(ReportText.soft(messages.text("theme.others", others))));
    }
  }

  private ReportText themeName(Theme theme) {
    ReportText title = messages.line(theme.title());
    if (theme.number() == 0) {
      return title;
    }
    return new ReportText(
        messages.text("theme.name", theme.number(), title.text()), title.style(), title.language());
  }

  private void otherThemes() {
    int others =
        data.themes().stream().mapToInt(StatusSheet.ThemeStanding::themes).findFirst().orElse(0)
            - data.themes().size();
    if (others > 0) {
      blocks.add(
          new ReportBlock.Paragraph(ReportText.soft(messages.text("themes.others", others))));
    }
  }

  private void evaluation() {
    if (data.themes().isEmpty()) {
      return;
    }
    Language drafted = texts.language();
    Language other = drafted == messages.language() ? null : drafted;
    heading(2, ReportText.plain(messages.text("evaluation")), "evaluation", true);
    paragraph(
        other == null
            ? messages.text("evaluation.lead")
            : messages.text(
                "evaluation.leadOther",
                messages.list(texts.languages().stream().map(messages::language).toList()),
                messages.language(drafted)));
    for (StatusSheet.ThemeStanding standing : data.themes()) {
      Theme theme = standing.theme();
      heading(3, themeName(theme), "evaluation-" + theme.meeting() + "-" + theme.number(), false);
      EvaluationParagraph paragraph = EvaluationParagraph.of(texts.kept(), theme).orElse(null);
      blocks.add(
          new ReportBlock.Paragraph(
              ReportText.soft(
                  paragraph == null
                      ? messages.text("evaluation.draft")
                      : messages.text(
                          "evaluation.kept",
                          messages.day(LocalDate.ofInstant(paragraph.at(), BrusselsTime.ZONE))))));
      String text = paragraph == null ? texts.drafts().getOrDefault(theme, "") : paragraph.text();
      text.lines()
          .filter(line -> !line.isBlank())
          .map(line -> new ReportText(line, ReportText.Style.PLAIN, other))
          .forEach(line -> blocks.add(new ReportBlock.Paragraph(line)));
    }
  }

  private int sum(ToIntFunction<ThemeCounts> count) {
    return data.themes().stream().map(StatusSheet.ThemeStanding::state).mapToInt(count).sum();
  }

  private void heading(int level, ReportText text, String anchor, boolean newPage) {
    blocks.add(new ReportBlock.Heading(level, text, anchor, newPage));
  }

  private void paragraph(String text) {
    blocks.add(new ReportBlock.Paragraph(ReportText.plain(text)));
  }
}
