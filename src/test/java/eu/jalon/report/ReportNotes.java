package eu.jalon.report;

import eu.jalon.report.document.ReportBlock;
import eu.jalon.report.document.ReportNote;
import eu.jalon.report.document.ReportText;
import eu.jalon.shared.Language;
import eu.jalon.shared.Texts;
import java.time.LocalDate;
import java.util.List;

/** ReportReports with all block types, and with texts that need escaping. */
public final class ReportNotes {

  static final String HOSTILE =
      "</text:p><script>alert(1)</script> & \"l’œuvre\" «\u00a0à 5\u202fh\u00a0» \u0007<img"
          + " src=\"file:///etc/passwd\"/>\u202e!";

  private ReportNotes() {}

  public static ReportNote of(Language language) {
    return new ReportNote(
        language,
        LocalDate.of(2027, 3, 1),
        "Belgique – France",
        "Note d’état d’avancement",
        "Où en sont les prochaines étapes",
        "Le 1er mars 2027",
        List.of(
            heading(2, "En bref", "brief", false),
            paragraph(ReportText.plain(HOSTILE)),
            new ReportBlock.Grid(
                ReportBlock.Layout.CHANGES,
                "Réalisées",
                List.of("Référence", "Prochaine étape", "Changement"),
                List.of(
                    List.of(
                        new ReportBlock.Cell(
                            List.of(ReportText.plain("VD2023-2.06")), "VD2023-2.06"),
                        ReportBlock.Cell.of(ReportText.strong("Faire du CCPD une plateforme")),
                        ReportBlock.Cell.of(
                            ReportText.soft("le 1er mars 2027"),
                            new ReportText(
                                "«\u00a0Het werkt.\u00a0»", ReportText.Style.QUOTE, Texts.NL))))),
            heading(2, "Thème 2 – Sécurité", "theme-2", true),
            heading(3, "Détail", "detail", false),
            paragraph(ReportText.soft("Projet"))));
  }

  private static ReportBlock heading(int level, String text, String anchor, boolean newPage) {
    return new ReportBlock.Heading(level, ReportText.plain(text), anchor, newPage);
  }

  private static ReportBlock paragraph(ReportText line) {
    return new ReportBlock.Paragraph(line);
  }
}
