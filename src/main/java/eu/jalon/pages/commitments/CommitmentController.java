package eu.jalon.pages.commitments;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.intake.Intake;
import eu.jalon.nudge.CadenceKeeper;
import eu.jalon.nudge.CadenceTable;
import eu.jalon.nudge.Explanations;
import eu.jalon.outbox.Letter;
import eu.jalon.outbox.Outbox;
import eu.jalon.pages.frame.Names;
import eu.jalon.pages.frame.Words;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.register.ActionItem;
import eu.jalon.register.ActionItemView;
import eu.jalon.register.ActionItems;
import eu.jalon.register.Change;
import eu.jalon.register.Commitment;
import eu.jalon.register.CommitmentActs;
import eu.jalon.register.CommitmentStatus;
import eu.jalon.register.Commitments;
import eu.jalon.register.EvidenceFile;
import eu.jalon.register.EvidenceFiles;
import eu.jalon.register.Priority;
import eu.jalon.register.ProcessOutlook;
import eu.jalon.register.ProcessStandings;
import eu.jalon.register.ProgressReport;
import eu.jalon.register.Question;
import eu.jalon.register.Questions;
import eu.jalon.register.SummitClosing;
import eu.jalon.register.Summits;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.Country;
import eu.jalon.shared.MinistryCode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One commitment: who carries it, where it stands and how it came there. */
@Workspace
class CommitmentController {

  /** One country's part: its lead, and what it reported, latest first. */
  record Side(
      Country country,
      MinistryCode lead,
      boolean accountable,
      List<ProgressReport> reports,
      List<EvidenceFile> files) {}

  /** A question, whose it is in words, and whether the reader can answer it. */
  record Asked(Question question, String from, String to, boolean mine) {}

  private final Commitments commitments;
  private final ActionItems items;
  private final Summits summits;
  private final Directory directory;
  private final Outbox outbox;
  private final SummitClosing closing;
  private final CommitmentActs acts;
  private final EvidenceFiles evidence;
  private final Questions questions;
  private final ProcessStandings standings;
  private final Explanations explanations;
  private final CadenceKeeper cadence;
  private final Intake intake;
  private final DrawnWords drawn;
  private final Words words;

  CommitmentController(
      Commitments commitments,
      ActionItems items,
      Summits summits,
      Directory directory,
      Outbox outbox,
      SummitClosing closing,
      CommitmentActs acts,
      EvidenceFiles evidence,
      Questions questions,
      ProcessStandings standings,
      Explanations explanations,
      CadenceKeeper cadence,
      Intake intake,
      DrawnWords drawn,
      Words words) {
    this.commitments = commitments;
    this.items = items;
    this.summits = summits;
    this.directory = directory;
    this.outbox = outbox;
    this.closing = closing;
    this.acts = acts;
    this.evidence = evidence;
    this.questions = questions;
    this.standings = standings;
    this.explanations = explanations;
    this.cadence = cadence;
    this.intake = intake;
    this.drawn = drawn;
    this.words = words;
  }

  @GetMapping("/commitments/{ref}")
  String commitment(@PathVariable String ref, Person person, Model model) {
    Commitment commitment = commitments.get(new CommitmentRef(ref), person);
    Names names = Names.of(directory);
    model.addAttribute("c", commitment);
    model.addAttribute("late", commitment.overdueDays(words.today()));
    model.addAttribute("today", words.today());
    model.addAttribute("origin", summits.find(commitment.theme().origin()).orElse(null));
    model.addAttribute("document", intake.source(commitment).orElse(null));
    model.addAttribute("sides", sides(commitment));
    boolean coordinator = person.is(Role.COORDINATOR);
    model.addAttribute("coordinator", coordinator);
    List<ActionItem> asked = items.of(commitment.ref()).stream().map(ActionItemView::item).toList();
    addStand(model, commitment, asked);
    addHistory(model, commitment, names);
    if (coordinator) {
      addLetters(model, commitment.ref(), asked, person);
    }
    model.addAttribute("names", names);
    model.addAttribute("lineage", closing.lineage(commitment.ref()));
    model.addAttribute("requests", Waiting.of(acts.asked(commitment.ref()), names, words));
    addQuestions(model, commitment, names, person);
    addActs(model, commitment, person);
    return "commitment";
  }

  private void addQuestions(Model model, Commitment commitment, Names names, Person person) {
    model.addAttribute("asks", questions.mayAsk(commitment, person));
    model.addAttribute(
        "questions",
        questions.of(commitment.ref(), person).stream()
            .map(
                question ->
                    new Asked(
                        question,
                        words.in(names.ministry(question.from())),
                        words.in(names.ministry(question.to())),
                        question.answered().isEmpty()
                            && questions.mayAnswer(commitment, question, person)))
            .toList());
  }

  /** What this person can do: nothing for who neither coordinates nor leads. */
  private void addActs(Model model, Commitment commitment, Person person) {
    boolean leads =
        person
            .workplace()
            .filter(own -> commitment.owners().lead(own.country()).equals(own))
            .isPresent();
    boolean acting =
        commitment.status() == CommitmentStatus.IN_PROGRESS
            && (leads || person.is(Role.COORDINATOR));
    model.addAttribute("acting", acting);
    model.addAttribute("priorities", Priority.values());
    if (!model.containsAttribute("typed")) {
      model.addAttribute("typed", Map.of());
    }
    model.addAttribute(
        "ministries",
        acting
            ? directory.ministriesByCode().values().stream()
                .filter(ministry -> !ministry.coordination())
                .filter(
                    ministry ->
                        person
                            .workplace()
                            .filter(own -> own.country() == ministry.country())
                            .isPresent())
                .toList()
            : List.of());
  }

  private void addStand(Model model, Commitment commitment, List<ActionItem> asked) {
    ProcessOutlook outlook = standings.outlook(commitment);
    model.addAttribute("stands", Stand.of(asked, outlook));
    model.addAttribute(
        "waits",
        outlook.pauses().stream()
            .map(ProcessOutlook.Pause::name)
            .distinct()
            .collect(Collectors.toMap(Function.identity(), drawn::plain)));
  }

  private void addHistory(Model model, Commitment commitment, Names names) {
    List<Change> changes = commitments.changes(commitment.ref());
    model.addAttribute("ending", Ending.of(commitment, changes).orElse(null));
    model.addAttribute(
        "story", DateStory.of(changes, closing.firstDue(commitment.ref()), words.today()));
    model.addAttribute(
        "splits", changes.stream().filter(change -> change.what() == Change.What.SPLIT).toList());
    model.addAttribute(
        "history", changes.stream().map(change -> HistoryLine.of(change, names, words)).toList());
  }

  /**
   * The letters with what asked for them; a rule that is no longer in force has no line to show.
   */
  private void addLetters(Model model, CommitmentRef ref, List<ActionItem> asked, Person person) {
    List<Letter> letters = outbox.about(ref);
    model.addAttribute(
        "letters",
        LetterAbout.of(
            letters,
            explanations.ofLetters(letters.stream().map(Letter::id).toList(), ref, person),
            asked));
    model.addAttribute(
        "rules",
        cadence.inForce().lines().stream()
            .map(CadenceTable.Line::rule)
            .collect(Collectors.toSet()));
  }

  private List<Side> sides(Commitment commitment) {
    List<ProgressReport> reports = commitments.reports(commitment.ref());
    List<EvidenceFile> files = evidence.of(commitment.ref());
    return Arrays.stream(Country.values())
        .map(
            country ->
                new Side(
                    country,
                    commitment.owners().lead(country),
                    commitment.owners().accountable() == country,
                    reports.stream()
                        .filter(report -> report.ministry().country() == country)
                        .toList(),
                    files.stream().filter(file -> file.ministry().country() == country).toList()))
        .toList();
  }
}
