package eu.jalon.pages.commitments;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.actionitem.evidence.Contributions;
import eu.jalon.actionitem.evidence.EvidenceFile;
import eu.jalon.actionitem.evidence.EvidenceFiles;
import eu.jalon.actionitem.form.Step;
import eu.jalon.actionitem.process.ProcessOutlook;
import eu.jalon.actionitem.process.ProcessPositions;
import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.CommitmentChange;
import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.Commitments;
import eu.jalon.commitment.ProgressReport;
import eu.jalon.commitment.action.CommitmentActions;
import eu.jalon.commitment.follow.Followers;
import eu.jalon.commitment.question.Question;
import eu.jalon.commitment.question.Questions;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.directory.Viewers;
import eu.jalon.intake.SourceFiles;
import eu.jalon.mail.Email;
import eu.jalon.mail.MailQueue;
import eu.jalon.mail.reply.Replies;
import eu.jalon.meeting.Meetings;
import eu.jalon.pages.emails.CommitmentEmailRow;
import eu.jalon.pages.emails.ReplyQueue;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.reminder.ReminderAnswers;
import eu.jalon.reminder.explain.Explanations;
import eu.jalon.reminder.policy.PolicyRule;
import eu.jalon.reminder.policy.ReminderPolicies;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PartyCode;
import eu.jalon.transition.MeetingClosing;
import eu.jalon.transition.proposal.Proposals;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of one commitment: leads, state and history. */
@Workspace
class CommitmentController {

  /** One party's lead and progress reports, latest first. */
  record Side(
      PartyCode party,
      MinistryCode lead,
      boolean accountable,
      List<ProgressReport> reports,
      List<EvidenceFile> files) {}

  /** A question with the names of both ministries, and whether the reader can answer it. */
  record Asked(Question question, String from, String to, boolean mine) {}

  private final Commitments commitments;
  private final ActionItems items;
  private final Meetings summits;
  private final Directory directory;
  private final Viewers viewers;
  private final ReplyQueue replyQueue;
  private final MailQueue mailQueue;
  private final Replies replies;
  private final MeetingClosing closing;
  private final CommitmentActions acts;
  private final Proposals proposals;
  private final EvidenceFiles evidence;
  private final Questions questions;
  private final Followers followers;
  private final ProcessPositions standings;
  private final Explanations explanations;
  private final ReminderAnswers answers;
  private final ReminderPolicies policy;
  private final SourceFiles sources;
  private final ModelNames modelNames;
  private final PageFormatter format;

  CommitmentController(
      Commitments commitments,
      ActionItems items,
      Meetings summits,
      Directory directory,
      Viewers viewers,
      ReplyQueue replyQueue,
      MailQueue mailQueue,
      Replies replies,
      MeetingClosing closing,
      CommitmentActions acts,
      Proposals proposals,
      EvidenceFiles evidence,
      Questions questions,
      Followers followers,
      ProcessPositions standings,
      Explanations explanations,
      ReminderAnswers answers,
      ReminderPolicies policy,
      SourceFiles sources,
      ModelNames modelNames,
      PageFormatter format) {
    this.commitments = commitments;
    this.items = items;
    this.summits = summits;
    this.directory = directory;
    this.viewers = viewers;
    this.replyQueue = replyQueue;
    this.mailQueue = mailQueue;
    this.replies = replies;
    this.closing = closing;
    this.acts = acts;
    this.proposals = proposals;
    this.evidence = evidence;
    this.questions = questions;
    this.followers = followers;
    this.standings = standings;
    this.explanations = explanations;
    this.answers = answers;
    this.policy = policy;
    this.sources = sources;
    this.modelNames = modelNames;
    this.format = format;
  }

  @GetMapping("/commitments/{ref}")
  String commitment(@PathVariable String ref, Person person, Model model) {
    Commitment commitment = commitments.get(new CommitmentRef(ref), person);
    DirectoryNames names = DirectoryNames.of(directory);
    model.addAttribute("c", commitment);
    model.addAttribute("late", commitment.overdueDays(format.today()));
    model.addAttribute("meeting", summits.known(commitment.theme().meeting()).orElse(null));
    model.addAttribute("source", sources.of(commitment, person).orElse(null));
    List<EvidenceFile> files = evidence.of(commitment.ref());
    model.addAttribute("sides", sides(commitment, files));
    model.addAttribute("role", MinistryRole.of(commitment, person).orElse(null));
    model.addAttribute("contributes", Contributions.mayAdd(commitment, person));
    boolean coordinator = person.is(Role.COORDINATOR);
    model.addAttribute("coordinator", coordinator);
    List<ActionItem> asked = items.of(commitment.ref()).stream().map(ActionItemView::item).toList();
    addStand(model, commitment, asked);
    Map<String, Step> steps =
        asked.stream().collect(Collectors.toMap(ActionItem::id, ActionItem::step));
    MeetingClosing.Lineage lineage = closing.lineage(commitment);
    addHistory(model, commitment, lineage, steps, files, names);
    model.addAttribute(
        "following", lineage.followers() && followers.isFollowing(commitment.ref(), person));
    if (coordinator) {
      addEmails(model, commitment.ref(), asked, person);
    }
    model.addAttribute("names", names);
    model.addAttribute("lineage", lineage.chain());
    boolean leads = person.workplace().filter(own -> commitment.leads().include(own)).isPresent();
    RequestRow.Source rows = new RequestRow.Source(names, format, person);
    model.addAttribute(
        "requests",
        lineage.requests()
            ? acts.requests(commitment.ref()).stream()
                .map(request -> rows.row(request, steps, leads))
                .toList()
            : List.of());
    addQuestions(model, commitment, lineage, names, person);
    model.addAttribute(
        "proposals",
        lineage.proposals()
            ? ProposalRow.of(proposals.open(commitment.ref()), names, format)
            : List.of());
    addActs(model, commitment, person);
    return "commitments/commitment";
  }

  private void addQuestions(
      Model model,
      Commitment commitment,
      MeetingClosing.Lineage lineage,
      DirectoryNames names,
      Person person) {
    List<Question> all = lineage.questions() ? questions.of(commitment.ref(), person) : List.of();
    model.addAttribute("asks", questions.mayAsk(commitment, person));
    model.addAttribute(
        "askable",
        person.workplace().map(own -> commitment.leads().others(own.party())).orElse(List.of()));
    model.addAttribute(
        "questions",
        all.stream()
            .map(
                question ->
                    new Asked(
                        question,
                        format.in(names.ministry(question.from())),
                        format.in(names.ministry(question.to())),
                        question.answered().isEmpty()
                            && questions.mayAnswer(commitment, question, person)))
            .toList());
  }

  /** Adds the available actions; none for users who neither coordinate nor lead. */
  private void addActs(Model model, Commitment commitment, Person person) {
    boolean leads = person.workplace().filter(own -> commitment.leads().include(own)).isPresent();
    boolean acting =
        commitment.status() == CommitmentStatus.IN_PROGRESS
            && (leads || person.is(Role.COORDINATOR));
    model.addAttribute("acting", acting);
    model.addAttribute("own", person.workplace().map(MinistryCode::party).orElse(null));
    model.addAttribute(
        "takesPart",
        person.is(Role.COORDINATOR)
            && person
                .workplace()
                .filter(own -> commitment.leads().parties().contains(own.party()))
                .isPresent());
    model.addAttribute("languages", summits.languages(commitment.ref().meeting()));
    if (!model.containsAttribute("typed")) {
      model.addAttribute("typed", Map.of());
    }
    model.addAttribute("ministries", acting ? possibleLeads(commitment, person) : Map.of());
  }

  /** The ministries that a person can make or propose as lead, by party. */
  private SortedMap<PartyCode, List<Ministry>> possibleLeads(Commitment commitment, Person person) {
    return directory.listing().ministries().values().stream()
        .filter(Ministry::isOpen)
        .filter(ministry -> !ministry.coordination())
        .filter(
            ministry ->
                person.is(Role.COORDINATOR)
                    ? commitment.leads().find(ministry.party()).isPresent()
                    : person
                        .workplace()
                        .filter(own -> own.party().equals(ministry.party()))
                        .isPresent())
        .collect(Collectors.groupingBy(Ministry::party, TreeMap::new, Collectors.toList()));
  }

  private void addStand(Model model, Commitment commitment, List<ActionItem> asked) {
    ProcessOutlook outlook = standings.outlook(commitment);
    model.addAttribute("stands", ProcessPositionView.of(inOrder(commitment), asked, outlook));
    model.addAttribute(
        "waits",
        outlook.pauses().stream()
            .map(ProcessOutlook.Pause::name)
            .distinct()
            .collect(Collectors.toMap(Function.identity(), modelNames::plain)));
    model.addAttribute(
        "paused",
        answers.pausedUntil(
            asked.stream().filter(item -> item.status() == ActionItem.Status.OPEN).toList()));
  }

  private void addHistory(
      Model model,
      Commitment commitment,
      MeetingClosing.Lineage lineage,
      Map<String, Step> steps,
      List<EvidenceFile> files,
      DirectoryNames names) {
    List<CommitmentChange> changes = commitments.changes(commitment.ref());
    model.addAttribute("contributions", Contributions.of(changes, files));
    model.addAttribute("ending", CommitmentEndView.of(commitment, changes).orElse(null));
    model.addAttribute("story", DueDateHistoryView.of(changes, lineage.firstDue(), format.today()));
    model.addAttribute(
        "splits",
        changes.stream().filter(change -> change.type() == CommitmentChange.Type.SPLIT).toList());
    Map<String, String> fileNames =
        files.stream()
            .collect(Collectors.toMap(file -> file.id().toString(), file -> file.name().value()));
    model.addAttribute(
        "history",
        changes.stream()
            .map(change -> HistoryRow.of(change, steps, fileNames, names, format))
            .toList());
  }

  /**
   * Adds the emails and replies with the rules that caused them; a rule no longer in force has no
   * link.
   */
  private void addEmails(Model model, CommitmentRef ref, List<ActionItem> asked, Person person) {
    List<Email> emails = mailQueue.about(ref, viewers.ofCoordinator(person).series());
    model.addAttribute("replies", replyQueue.seen(replies.about(ref), person));
    model.addAttribute(
        "emails",
        CommitmentEmailRow.of(
            emails,
            explanations.ofEmails(emails.stream().map(Email::id).toList(), ref, person),
            asked));
    model.addAttribute(
        "rules", policy.policy().rules().stream().map(PolicyRule::id).collect(Collectors.toSet()));
  }

  /** The parties with a lead, in the order of the series. */
  private List<PartyCode> inOrder(Commitment commitment) {
    Collection<PartyCode> leading = commitment.leads().parties();
    return Stream.concat(
            summits.seriesOf(commitment.ref().meeting()).parties().stream()
                .filter(leading::contains),
            leading.stream())
        .distinct()
        .toList();
  }

  private List<Side> sides(Commitment commitment, List<EvidenceFile> files) {
    List<ProgressReport> reports = commitments.reports(commitment.ref());
    return inOrder(commitment).stream()
        .map(
            party ->
                new Side(
                    party,
                    commitment.leads().lead(party),
                    commitment.leads().accountable().equals(party),
                    reports.stream()
                        .filter(report -> report.ministry().party().equals(party))
                        .toList(),
                    files.stream()
                        .filter(file -> !file.isContributed())
                        .filter(file -> file.ministry().party().equals(party))
                        .toList()))
        .toList();
  }
}
