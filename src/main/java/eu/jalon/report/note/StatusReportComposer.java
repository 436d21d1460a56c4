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
import eu.jalon.report.evaluation.Evaluations;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.Country;
import eu.jalon.shared.Language;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Says the facts of a status report as a note in one language. */
final class StatusReportComposer {

  private final StatusReportData facts;
  private final ReportMessages words;
  private final Map<Theme, String> drafts;
  private final List<EvaluationParagraph> kept;
  private final List<ReportBlock> blocks = new ArrayList<>();

  StatusReportComposer(
      StatusReportData facts,
      ReportMessages words,
      Map<Theme, String> drafts,
      List<EvaluationParagraph> kept) {
    this.facts = facts;
    this.words = words;
    this.drafts = drafts;
    this.kept = kept;
  }

  ReportNote note() {
    inBrief();
    new ChangesComposer(facts, words).addTo(blocks);
    byMinistry();
    facts.themes().forEach(this::theme);
    otherThemes();
    evaluation();
    return new ReportNote(
        words.language(),
        facts.today(),
        words.text("sender"),
        words.text("title"),
        words.text("subject", words.day(facts.since())),
        words.text("dated", words.day(facts.today())),
        blocks);
  }

  private void inBrief() {
    heading(2, ReportText.plain(words.text("brief")), "brief", false);
    facts.summit().map(this::summitLine).ifPresent(this::paragraph);
    int total = sum(ThemeCounts::total);
    if (total == 0) {
      paragraph(words.text("brief.none"));
      return;
    }
    paragraph(words.text("brief.sum", total, facts.themes().size(), sum(ThemeCounts::overdue)));
    blocks.add(
        new ReportBlock.Grid(
            ReportBlock.Layout.FIGURES,
            words.text("brief.caption"),
            figureColumns("theme"),
            facts.themes().stream().map(this::figures).toList()));
  }

  private String summitLine(Meeting summit) {
    String name = words.in(summit.name());
    LocalDate day = summit.date();
    if (day == null) {
      return words.text("brief.noDate", name);
    }
    long days = ChronoUnit.DAYS.between(facts.today(), day);
    return words.text(days < 0 ? "brief.past" : "brief.summit", name, words.day(day), days);
  }

  private List<ReportBlock.Cell> figures(StatusSheet.ThemeStanding standing) {
    ThemeCounts state = standing.state();
    return row(
        List.of(
            words.line(standing.theme().title()),
            words.line(standing.meeting()).as(ReportText.Style.SOFT)),
        state.fulfilled(),
        state.onTrack(),
        state.atRisk(),
        state.blocked(),
        state.silent(),
        state.total(),
        state.overdue());
  }

  private void byMinistry() {
    if (facts.standings().isEmpty()) {
      return;
    }
    heading(2, ReportText.plain(words.text("ministries")), "ministries", true);
    paragraph(words.text("ministries.lead"));
    for (Country country : Country.values()) {
      List<StatusSheet.MinistryStanding> ofCountry =
          facts.standings().stream()
              .filter(standing -> standing.ministry().country() == country)
              .toList();
      if (!ofCountry.isEmpty()) {
        String name = words.term("country", country);
        heading(3, ReportText.plain(name), "ministries-" + country, false);
        blocks.add(
            new ReportBlock.Grid(
                ReportBlock.Layout.FIGURES,
                words.text("ministries.caption", name),
                figureColumns("ministry"),
                ofCountry.stream().map(this::figures).toList()));
      }
    }
  }

  private List<ReportBlock.Cell> figures(StatusSheet.MinistryStanding standing) {
    return row(
        List.of(words.line(words.ministry(standing.ministry()))),
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
        words.text("column." + first),
        words.text("column.fulfilled"),
        words.text("column.onTrack"),
        words.text("column.atRisk"),
        words.text("column.blocked"),
        words.text("column.silent"),
        words.text("column.total"),
        words.text("column.overdue"));
  }

  private void theme(StatusSheet.ThemeStanding standing) {
    Theme theme = standing.theme();
    List<StatusSheet.Line> lines = facts.of(theme);
    ThemeCounts state = standing.state();
    heading(2, themeName(theme), "theme-" + theme.origin() + "-" + theme.number(), true);
    blocks.add(new ReportBlock.Paragraph(words.line(standing.meeting()).as(ReportText.Style.SOFT)));
    paragraph(
        words.text(
            "theme.sum",
            state.total(),
            words.list(EvaluationDraft.counts(words, state)),
            state.overdue()));
    blocks.add(
        new ReportBlock.Grid(
            ReportBlock.Layout.LINES,
            words.text("theme.caption", words.in(theme.title())),
            Stream.of("commitment", "leads", "due", "state", "said")
                .map(column -> words.text("column." + column))
                .toList(),
            lines.stream().map(new CommitmentRowComposer(facts, words)::row).toList()));
    int others = state.total() - lines.size();
    if (others > 0) {
      blocks.add(new ReportBlock.Paragraph(ReportText.soft(words.text("theme.others", others))));
    }
  }

  private ReportText themeName(Theme theme) {
    ReportText title = words.line(theme.title());
    if (theme.number() == 0) {
      return title;
    }
    return new ReportText(
        words.text("theme.name", theme.number(), title.text()), title.style(), title.language());
  }

  private void otherThemes() {
    int others =
        facts.themes().stream().mapToInt(StatusSheet.ThemeStanding::themes).findFirst().orElse(0)
            - facts.themes().size();
    if (others > 0) {
      blocks.add(new ReportBlock.Paragraph(ReportText.soft(words.text("themes.others", others))));
    }
  }

  private void evaluation() {
    if (facts.themes().isEmpty()) {
      return;
    }
    Language drafted = Evaluations.draftedIn(words.language());
    Language other = drafted == words.language() ? null : drafted;
    heading(2, ReportText.plain(words.text("evaluation")), "evaluation", true);
    paragraph(words.text("evaluation.lead"));
    for (StatusSheet.ThemeStanding standing : facts.themes()) {
      Theme theme = standing.theme();
      heading(3, themeName(theme), "evaluation-" + theme.origin() + "-" + theme.number(), false);
      EvaluationParagraph paragraph = EvaluationParagraph.of(kept, theme).orElse(null);
      blocks.add(
          new ReportBlock.Paragraph(
              ReportText.soft(
                  paragraph == null
                      ? words.text("evaluation.draft")
                      : words.text(
                          "evaluation.kept",
                          words.day(LocalDate.ofInstant(paragraph.at(), BrusselsTime.ZONE))))));
      String text = paragraph == null ? drafts.getOrDefault(theme, "") : paragraph.text();
      text.lines()
          .filter(line -> !line.isBlank())
          .map(line -> new ReportText(line, ReportText.Style.PLAIN, other))
          .forEach(line -> blocks.add(new ReportBlock.Paragraph(line)));
    }
  }

  private int sum(ToIntFunction<ThemeCounts> count) {
    return facts.themes().stream().map(StatusSheet.ThemeStanding::state).mapToInt(count).sum();
  }

  private void heading(int level, ReportText text, String anchor, boolean newPage) {
    blocks.add(new ReportBlock.Heading(level, text, anchor, newPage));
  }

  private void paragraph(String text) {
    blocks.add(new ReportBlock.Paragraph(ReportText.plain(text)));
  }
}
