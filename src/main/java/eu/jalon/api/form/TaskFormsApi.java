package eu.jalon.api.form;

import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.actionitem.autosave.FormAutosaves;
import eu.jalon.actionitem.evidence.EvidenceFile;
import eu.jalon.actionitem.evidence.EvidenceFiles;
import eu.jalon.actionitem.form.Step;
import eu.jalon.actionitem.form.StepOutcome;
import eu.jalon.api.actionitem.ActionItemsApi;
import eu.jalon.api.actionitem.EvidenceApi.EvidenceFileView;
import eu.jalon.api.commitment.CommitmentView;
import eu.jalon.api.commitment.CommitmentsApi;
import eu.jalon.api.commitment.QuestionsApi.QuestionView;
import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.Commitments;
import eu.jalon.commitment.ProgressReport;
import eu.jalon.commitment.ProgressStatus;
import eu.jalon.commitment.action.CommitmentActions;
import eu.jalon.commitment.question.Questions;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Parties;
import eu.jalon.directory.Person;
import eu.jalon.directory.ReaderZone;
import eu.jalon.directory.Today;
import eu.jalon.problem.Problems;
import eu.jalon.shared.DueDate;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The context that Tasklist's forms show beside their fields, and the autosave of the fields. */
@RestController
@RequestMapping("/api/action-items/{id}")
class TaskFormsApi {

  private final ActionItems items;
  private final Commitments commitments;
  private final CommitmentActions actions;
  private final FormAutosaves autosaves;
  private final EvidenceFiles evidence;
  private final Questions questions;
  private final Directory directory;
  private final Parties parties;
  private final MessageSource messages;
  private final Problems problems;
  private final Today today;

  TaskFormsApi(
      ActionItems items,
      Commitments commitments,
      CommitmentActions actions,
      FormAutosaves autosaves,
      EvidenceFiles evidence,
      Questions questions,
      Directory directory,
      Parties parties,
      MessageSource messages,
      Problems problems,
      Today today) {
    this.items = items;
    this.commitments = commitments;
    this.actions = actions;
    this.autosaves = autosaves;
    this.evidence = evidence;
    this.questions = questions;
    this.directory = directory;
    this.parties = parties;
    this.messages = messages;
    this.problems = problems;
    this.today = today;
  }

  /** The last progress report of a party, with its evidence files. */
  record LastReport(
      LocalDate on,
      String ministry,
      ProgressStatus status,
      String text,
      @Nullable String evidence,
      @Nullable LocalDate nextOn,
      List<EvidenceFileView> files) {}

  /** A party of a commitment; the report is null before the first one. */
  record Side(
      PartyCode party,
      String partyName,
      String lead,
      String name,
      boolean own,
      @Nullable LastReport report) {}

  /** A ministry that coordinators can choose as the lead. */
  record MinistryChoice(String code, String name) {}

  /**
   * The context of a form, in the user's language.
   *
   * @param own whether the user may claim and complete the item
   * @param ministries the possible leads, if the step decides on the lead of a party
   * @param asks whether the user may ask the other party a question
   * @param autosave the saved fields by name
   */
  record FormView(
      String id,
      String step,
      String name,
      String ministry,
      boolean own,
      @Nullable LocalDate dueOn,
      CommitmentView commitment,
      List<Side> sides,
      List<CommitmentsApi.PendingRequestView> requests,
      List<MinistryChoice> ministries,
      List<QuestionView> questions,
      boolean asks,
      List<EvidenceFileView> files,
      Map<String, String> autosave) {}

  /** The context of a form; the response has the CSRF token in its header. */
  @GetMapping("/form")
  FormView form(
      @PathVariable String id,
      Person reader,
      @RequestAttribute(name = "_csrf", required = false) @Nullable CsrfToken token,
      HttpServletResponse response) {
    ActionItemView view = items.get(id, reader);
    Commitment commitment = commitments.get(view.item().ref(), reader);
    if (token != null) {
      response.setHeader(token.getHeaderName(), token.getToken());
    }
    response.setHeader("Cache-Control", "no-store");
    return new FormView(
        id,
        view.item().step().key(),
        messages.getMessage("step." + view.item().step().key(), null, reader.language().locale()),
        view.item().ministry().value(),
        items.isOwn(view.item(), reader),
        view.item().dueOn().map(DueDate::day).orElse(null),
        CommitmentView.of(commitment, reader, today.of(reader)),
        sides(commitment, reader),
        actions.pendingRequests(commitment.ref()).stream()
            .map(CommitmentsApi.PendingRequestView::of)
            .toList(),
        view.item().step() == Step.DECIDE_REASSIGNMENT
            ? ministries(view.item().ministry().party(), reader)
            : List.of(),
        questions.of(commitment.ref(), reader).stream().map(QuestionView::of).toList(),
        questions.mayAsk(commitment, reader),
        evidence.unsent(id, reader).stream().map(EvidenceFileView::of).toList(),
        autosaves.of(id, reader));
  }

  private List<MinistryChoice> ministries(PartyCode party, Person reader) {
    return directory.openMinistries().values().stream()
        .filter(ministry -> ministry.party().equals(party) && !ministry.coordination())
        .map(each -> new MinistryChoice(each.code().value(), each.name().in(reader.language())))
        .toList();
  }

  private List<Side> sides(Commitment commitment, Person reader) {
    List<ProgressReport> reports = commitments.reports(commitment.ref());
    List<EvidenceFile> files = evidence.of(commitment.ref());
    Map<MinistryCode, Ministry> ministries = directory.openMinistries();
    return commitment.leads().parties().stream()
        .map(
            party -> {
              MinistryCode lead = commitment.leads().lead(party);
              return new Side(
                  party,
                  parties.name(party).in(reader.language()),
                  lead.value(),
                  nameOf(lead, ministries, reader),
                  reader.workplace().filter(own -> own.party().equals(party)).isPresent(),
                  reports.stream()
                      .filter(report -> report.ministry().party().equals(party))
                      .findFirst()
                      .map(report -> last(report, files, ministries, reader))
                      .orElse(null));
            })
        .toList();
  }

  private static LastReport last(
      ProgressReport report,
      List<EvidenceFile> files,
      Map<MinistryCode, Ministry> ministries,
      Person reader) {
    return new LastReport(
        ReaderZone.day(report.at()),
        nameOf(report.ministry(), ministries, reader),
        report.status(),
        report.text(),
        report.evidence(),
        report.nextOn(),
        files.stream()
            .filter(file -> file.ministry().equals(report.ministry()))
            .filter(file -> report.at().equals(file.reportedAt()))
            .map(EvidenceFileView::of)
            .toList());
  }

  private static String nameOf(
      MinistryCode code, Map<MinistryCode, Ministry> ministries, Person reader) {
    return Optional.ofNullable(ministries.get(code))
        .map(ministry -> ministry.name().in(reader.language()))
        .orElse(code.value());
  }

  /** The validation errors that the form would have if it were sent. */
  record AutosaveResult(List<FieldError> errors) {}

  /** A field and its error, in the user's language. */
  record FieldError(String field, String message) {}

  /**
   * Saves the fields typed so far, and returns the validation errors that completing the form would
   * have.
   */
  @PutMapping("/autosave")
  AutosaveResult autosave(
      @PathVariable String id,
      @RequestBody ActionItemsApi.FormFields form,
      Person by,
      Locale locale) {
    Map<String, String> fields = form.fields();
    autosaves.save(id, fields, by);
    ActionItemView view = items.get(id, by);
    try {
      StepOutcome.read(view.item().step(), view.item().ministry(), fields);
      return new AutosaveResult(List.of());
    } catch (ValidationError refusal) {
      return new AutosaveResult(
          List.of(
              new FieldError(
                  String.valueOf(refusal.arguments().get(0)), problems.sentence(refusal, locale))));
    }
  }
}
