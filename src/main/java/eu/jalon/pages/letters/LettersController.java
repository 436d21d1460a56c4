package eu.jalon.pages.letters;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.outbox.Letter;
import eu.jalon.outbox.LetterFilter;
import eu.jalon.outbox.LetterStatus;
import eu.jalon.outbox.Outbox;
import eu.jalon.pages.frame.ListLink;
import eu.jalon.pages.frame.Names;
import eu.jalon.pages.frame.Pager;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.register.Viewer;
import eu.jalon.shared.Page;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.Refusal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The journal: what was written, to whom, and what became of it. */
@Workspace
class LettersController {

  private static final int PAGE = 50;

  private final Outbox outbox;
  private final Directory directory;

  LettersController(Outbox outbox, Directory directory) {
    this.outbox = outbox;
    this.directory = directory;
  }

  @GetMapping("/letters")
  String list(
      @RequestParam(defaultValue = "") String status,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate on,
      @RequestParam(defaultValue = "0") int page,
      Person person,
      Model model) {
    Viewer.requireCoordinator(person);
    LetterFilter filter =
        new LetterFilter(
            status.isEmpty() ? null : status(status),
            to.isEmpty() ? null : new PersonId(to).value(),
            null,
            on);
    Page<Letter> found = outbox.page(filter, new Page.Request(page, PAGE));
    Names names = Names.of(directory);
    model.addAttribute("letters", found.items());
    model.addAttribute(
        "pager",
        Pager.of(
            found, ListLink.to("/letters").with("status", status).with("to", to).with("on", on)));
    model.addAttribute("narrowed", !filter.equals(LetterFilter.none()));
    model.addAttribute("status", status);
    model.addAttribute("to", to);
    model.addAttribute("on", on);
    model.addAttribute("statuses", LetterStatus.values());
    model.addAttribute(
        "recipients",
        names.people().values().stream().sorted(Comparator.comparing(Person::id)).toList());
    model.addAttribute("names", names);
    return "letters";
  }

  private static LetterStatus status(String name) {
    return Arrays.stream(LetterStatus.values())
        .filter(status -> status.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.invalid(
                    "list.filter",
                    "status",
                    name,
                    String.join(
                        ", ", Arrays.stream(LetterStatus.values()).map(Enum::name).toList())));
  }
}
