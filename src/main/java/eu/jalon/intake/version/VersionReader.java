package eu.jalon.intake.version;

import eu.jalon.intake.document.SourceText;
import eu.jalon.intake.pair.Alignment;
import eu.jalon.intake.pair.BilingualText;
import eu.jalon.intake.propose.DocumentDates;
import eu.jalon.intake.propose.DraftMaker;
import eu.jalon.intake.split.DeclarationSplitter;
import eu.jalon.intake.split.SplitDeclaration;
import eu.jalon.intake.split.wording.TextLanguage;
import eu.jalon.shared.Language;
import eu.jalon.shared.MeetingId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a document in its language, or a bilingual one in each of both. */
@Component
public class VersionReader {

  /** Parted by language, a document must not lose more steps than these. */
  private static final double KEPT = 0.9;

  private final DeclarationSplitter splitter;
  private final DocumentDates dates;
  private final DraftMaker maker;

  VersionReader(DeclarationSplitter splitter, DocumentDates dates, DraftMaker maker) {
    this.splitter = splitter;
    this.dates = dates;
    this.maker = maker;
  }

  /**
   * Reads a document: one version, or two if all of it is in two languages.
   *
   * @param unknown the language of a document whose words do not tell it
   */
  public List<ReadVersion> read(MeetingId meeting, SourceText document, Language unknown) {
    SplitDeclaration whole = splitter.split(document);
    LocalDate date = dates.of(document);
    Optional<BilingualText.Parts> parts = BilingualText.of(document);
    if (parts.isPresent()) {
      Language language = parts.get().language();
      Language other = parts.get().otherLanguage();
      ReadVersion first = version(meeting, document, parts.get().text(), language, date);
      ReadVersion second = version(meeting, document, parts.get().otherText(), other, date);
      Alignment alignment =
          Alignment.of(Compared.steps(first.drafts()), Compared.steps(second.drafts()));
      if (first.drafts().size() >= KEPT * whole.stepCount() && alignment.isTranslation()) {
        return List.of(first, second);
      }
    }
    Language language = TextLanguage.of(document.text()).orElse(unknown);
    return List.of(version(meeting, document, whole, language, date));
  }

  private ReadVersion version(
      MeetingId meeting,
      SourceText whole,
      SourceText part,
      Language language,
      @Nullable LocalDate date) {
    return version(meeting, whole, splitter.split(part), language, date);
  }

  private ReadVersion version(
      MeetingId meeting,
      SourceText whole,
      SplitDeclaration split,
      Language language,
      @Nullable LocalDate date) {
    var origin = new DraftMaker.Origin(meeting, whole.text(), language, date);
    return new ReadVersion(language, split, date, maker.of(split, origin));
  }
}
