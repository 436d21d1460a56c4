package eu.jalon.pages.declarations;

import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.directory.Series;
import eu.jalon.intake.DraftReview;
import eu.jalon.intake.Intake;
import eu.jalon.intake.SourceFiles;
import eu.jalon.intake.draft.DeclarationDraft;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.Meetings;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.shared.ValidationError;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of a declaration shows, whole or one draft of it. */
@Component
class ReviewModel {

  private final Intake intake;
  private final DraftReview drafts;
  private final SourceFiles files;
  private final Meetings meetings;
  private final Directory directory;
  private final ValidationMessages refusals;

  ReviewModel(
      Intake intake,
      DraftReview drafts,
      SourceFiles files,
      Meetings meetings,
      Directory directory,
      ValidationMessages refusals) {
    this.intake = intake;
    this.drafts = drafts;
    this.files = files;
    this.meetings = meetings;
    this.directory = directory;
    this.refusals = refusals;
  }

  /** The whole page. */
  DeclarationDraft page(UUID id, Person person, Model model) {
    DeclarationDraft draft = intake.get(id, person);
    model.addAttribute("source", intake.source(draft, person));
    model.addAttribute("warnings", files.warnings(id, person));
    model.addAttribute("kept", files.isKept(id, person));
    if (draft.summary().launched() == null) {
      model.addAttribute("themesBefore", intake.themesBefore(draft, person));
    }
    if (!model.containsAttribute("together")) {
      model.addAttribute("together", TogetherForm.EMPTY);
    }
    show(draft, person, model);
    return draft;
  }

  /** What a draft and the list of what is missing need. */
  void show(DeclarationDraft draft, Person person, Model model) {
    Series series = meetings.seriesOf(draft.summary().summit());
    model.addAttribute(
        "review",
        Review.of(
            draft,
            DirectoryNames.of(directory),
            series,
            intake.isTranslatedLater(draft),
            undated(draft, series),
            drafts.last(draft.summary().id(), person).orElse(null)));
  }

  /** How many deadlines cannot be computed because the next meeting has no date. */
  private long undated(DeclarationDraft draft, Series series) {
    if (meetings.next(series.id()).flatMap(Meeting::heldOn).isPresent()) {
      return 0;
    }
    return draft.kept().stream()
        .filter(item -> item.deadline() instanceof DeadlineRule.BeforeSummit)
        .count();
  }

  String sentence(ValidationError refusal) {
    return refusals.sentence(refusal);
  }
}
