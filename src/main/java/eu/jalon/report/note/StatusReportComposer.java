package eu.jalon.report.note;

import eu.jalon.commitment.Figures;
import eu.jalon.commitment.ThemeCounts;
import eu.jalon.meeting.Theme;
import eu.jalon.overview.status.StatusSheet;
import eu.jalon.report.document.ReportBlock;
import eu.jalon.report.document.ReportMessages;
import eu.jalon.report.document.ReportNote;
import eu.jalon.report.document.ReportText;
import eu.jalon.report.evaluation.EvaluationDraft;
import eu.jalon.report.evaluation.EvaluationParagraph;
import eu.jalon.shared.Language;
import eu.jalon.shared.PartyCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Composes the status report in one language. */
final class StatusReportComposer {

  /**
   * The evaluations of the report.
   *
   * @param drafts the drafted text of each theme, in the language of the report
   * @param declared the language of declarations in which texts are saved: that of the report, or
   *     the first one if none is written in it
   * @param kept the texts that coordinators saved in that language
   */
  record Texts(
      Map<Theme, List<ReportText>> drafts, Language declared, List<EvaluationParagraph> kept) {}

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
    new FirstPageComposer(data, messages, blocks).compose();
    if (!data.themes().isEmpty()) {
      allFigures();
    }
    awaitedDecisions();
    new ChangesComposer(data, messages).addTo(blocks);
    data.themes().forEach(this::theme);
    otherThemes();
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

  private void allFigures() {
    heading(2, ReportText.plain(messages.text("annex.figures")), "figures", true);
    heading(3, ReportText.plain(messages.text("themes")), "figures-themes", false);
    blocks.add(
        new ReportBlock.Grid(
            ReportBlock.Layout.FIGURES,
            messages.text("themes.caption"),
            FigureRows.columns("theme", messages),
            data.themes().stream().map(this::figures).toList()));
    byMinistry();
  }

  private List<ReportBlock.Cell> figures(ThemeCounts standing) {
    return FigureRows.row(
        List.of(
            messages.line(standing.theme().title()),
            messages.line(standing.meeting()).as(ReportText.Style.SOFT)),
        standing.figures(),
        ReportBlock.Cell::number);
  }

  private void byMinistry() {
    if (data.standings().isEmpty()) {
      return;
    }
    heading(3, ReportText.plain(messages.text("ministries")), "ministries", false);
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
                  FigureRows.columns("ministry", messages),
                  standings.stream().map(this::figures).toList()));
        });
  }

  private List<ReportBlock.Cell> figures(StatusSheet.MinistryStanding standing) {
    return FigureRows.row(
        List.of(messages.line(messages.ministry(standing.ministry()))),
        standing.figures(),
        ReportBlock.Cell::number);
  }

  private void awaitedDecisions() {
    if (data.awaited().isEmpty()) {
      return;
    }
    heading(2, ReportText.plain(messages.text("annex.decisions")), "awaited", false);
    blocks.add(
        new ReportBlock.Grid(
            ReportBlock.Layout.CHANGES,
            messages.text("annex.decisions"),
            Stream.of("ref", "commitment", "decision")
                .map(column -> messages.text("column." + column))
                .toList(),
            data.awaited().stream().map(decision -> AwaitedRows.row(decision, messages)).toList()));
    int others = data.awaitedCount() - data.awaited().size();
    if (others > 0) {
      remark(messages.text("decisions.notShown", others));
    }
  }

  private void theme(ThemeCounts standing) {
    Theme theme = standing.theme();
    List<StatusSheet.CommitmentRow> lines = data.of(theme);
    Figures state = standing.figures();
    heading(2, themeName(theme), "theme-" + theme.meeting() + "-" + theme.number(), false);
    blocks.add(
        new ReportBlock.Paragraph(messages.line(standing.meeting()).as(ReportText.Style.SOFT)));
    paragraph(
        messages.text(
            "theme.sum",
            state.total(),
            messages.list(EvaluationDraft.counts(messages, state)),
            state.overdue()));
    evaluation(theme);
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
      remark(messages.text("theme.others", others));
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
    int others = data.themeCount() - data.themes().size();
    if (others > 0) {
      remark(messages.text("themes.others", others));
    }
  }

  /** The text saved for the declaration, or the draft and a text saved in another language. */
  private void evaluation(Theme theme) {
    EvaluationParagraph kept = EvaluationParagraph.of(texts.kept(), theme).orElse(null);
    heading(
        3,
        ReportText.plain(messages.text("evaluation")),
        "evaluation-" + theme.meeting() + "-" + theme.number(),
        false);
    boolean ownLanguage = texts.declared() == messages.language();
    if (kept == null || !ownLanguage) {
      remark(messages.text("evaluation.draft"));
      blocks.add(new ReportBlock.Prose(texts.drafts().getOrDefault(theme, List.of())));
    }
    if (kept != null) {
      String on = messages.day(data.day(kept.at()));
      remark(
          ownLanguage
              ? messages.text("evaluation.kept", on)
              : messages.text("evaluation.keptOther", messages.language(texts.declared()), on));
      paragraphs(kept.text(), ownLanguage ? null : texts.declared());
    }
  }

  private void paragraphs(String text, @Nullable Language language) {
    text.lines()
        .filter(line -> !line.isBlank())
        .map(line -> new ReportText(line, ReportText.Style.PLAIN, language))
        .forEach(line -> blocks.add(new ReportBlock.Paragraph(line)));
  }

  private void remark(String text) {
    blocks.add(new ReportBlock.Paragraph(ReportText.soft(text)));
  }

  private void heading(int level, ReportText text, String anchor, boolean newPage) {
    blocks.add(new ReportBlock.Heading(level, text, anchor, newPage));
  }

  private void paragraph(String text) {
    blocks.add(new ReportBlock.Paragraph(ReportText.plain(text)));
  }
}
