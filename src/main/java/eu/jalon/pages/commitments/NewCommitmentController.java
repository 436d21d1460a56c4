package eu.jalon.pages.commitments;

import eu.jalon.commitment.deadline.DeadlineRule;
import eu.jalon.commitment.entry.ManualEntry;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Parties;
import eu.jalon.directory.Person;
import eu.jalon.directory.Series;
import eu.jalon.directory.Viewer;
import eu.jalon.meeting.Meetings;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.ValidationError;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Enters a commitment that was agreed outside a declaration. */
@Workspace
class NewCommitmentController {

  private static final String HERE = "/commitments/new";

  private final ManualEntry entry;
  private final Meetings summits;
  private final Directory directory;
  private final Parties parties;
  private final ValidationMessages messages;

  NewCommitmentController(
      ManualEntry entry,
      Meetings summits,
      Directory directory,
      Parties parties,
      ValidationMessages messages) {
    this.entry = entry;
    this.summits = summits;
    this.directory = directory;
    this.parties = parties;
    this.messages = messages;
  }

  @GetMapping(HERE)
  String form(Person person, Model model) {
    Viewer.requireCoordinator(person);
    if (!model.containsAttribute("form")) {
      model.addAttribute(
          "form",
          defaultDeadline(person).map(CommitmentForm.EMPTY::due).orElse(CommitmentForm.EMPTY));
    }
    Map<PartyCode, List<Ministry>> ministries =
        directory.listing().ministries().values().stream()
            .filter(Ministry::isOpen)
            .filter(ministry -> !ministry.coordination())
            .sorted(Comparator.comparing(Ministry::code))
            .collect(Collectors.groupingBy(Ministry::party));
    model.addAttribute("meetings", MeetingOption.of(summits, person));
    model.addAttribute("ministries", ministries);
    model.addAttribute("languages", summits.languages(person));
    model.addAttribute("parties", parties.around(person));
    model.addAttribute("requiresAll", parties.requiresAllLeads(person));
    return "commitments/new";
  }

  /** The default deadline of the series that the coordinator looks at. */
  private Optional<DeadlineRule> defaultDeadline(Person person) {
    List<Series> series = parties.listedFor(person);
    return series.size() == 1
        ? Optional.ofNullable(series.get(0).defaultDeadline()).map(DeadlineRule::parse)
        : Optional.empty();
  }

  /**
   * Enters the commitment and redirects to its page, or back to the form with the values and the
   * error.
   */
  @PostMapping(HERE)
  String enter(@ModelAttribute CommitmentForm form, Person person, RedirectAttributes flash) {
    Viewer.requireCoordinator(person);
    try {
      CommitmentRef ref = entry.enter(form.entered(), person);
      flash.addFlashAttribute("answer", "entered");
      return "redirect:/commitments/" + ref;
    } catch (ValidationError error) {
      flash.addFlashAttribute("refused", messages.sentence(error));
      flash.addFlashAttribute("form", form);
      return "redirect:" + HERE;
    }
  }
}
