package eu.jalon.pages.emails;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Parties;
import eu.jalon.directory.Person;
import eu.jalon.directory.Viewers;
import eu.jalon.mail.Email;
import eu.jalon.mail.EmailCounts;
import eu.jalon.mail.EmailFilter;
import eu.jalon.mail.EmailStatus;
import eu.jalon.mail.MailQueue;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.ListFiles;
import eu.jalon.pages.frame.ListLink;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.pages.frame.Pager;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.reminder.wording.EmailKind;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.Language;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.paging.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of emails with recipients and delivery states. */
@Workspace
class EmailsController {

  private static final int PAGE = 50;

  /** The maximum number of recipients suggested in the filter. */
  private static final int PROPOSED = 200;

  /**
   * The number of emails in a state, with a link that filters by it.
   *
   * @param status absent for all of them
   */
  record Count(@Nullable String status, long emails, ListLink list, boolean chosen) {}

  private final MailQueue mailQueue;
  private final Viewers viewers;
  private final Parties parties;
  private final Directory directory;
  private final ListFiles files;
  private final PageFormatter format;

  EmailsController(
      MailQueue mailQueue,
      Viewers viewers,
      Parties parties,
      Directory directory,
      ListFiles files,
      PageFormatter format) {
    this.mailQueue = mailQueue;
    this.viewers = viewers;
    this.parties = parties;
    this.directory = directory;
    this.files = files;
    this.format = format;
  }

  @GetMapping("/emails")
  String list(
      @ModelAttribute EmailQuery query,
      @RequestParam(defaultValue = "0") int page,
      Person person,
      Model model) {
    EmailFilter filter =
        query.filter(directory).inSeries(viewers.coordinatorLists(person).series());
    List<PartyCode> around = parties.around(person);
    Page<Email> found = mailQueue.page(filter, query.order(), new Page.Request(page, PAGE));
    DirectoryNames names = DirectoryNames.of(directory);
    model.addAttribute("emails", found.items());
    model.addAttribute("list", query.link());
    model.addAttribute("sort", query.order().key());
    model.addAttribute("pager", Pager.of(found, query.link()));
    model.addAttribute("counts", counts(mailQueue.counts(filter), query));
    model.addAttribute("query", query);
    model.addAttribute(
        "refExample",
        parties.seriesOf(person).stream().findFirst().map(s -> s.id() + "2027-2.06").orElse(""));
    model.addAttribute("parties", around);
    model.addAttribute("kinds", List.of(EmailKind.values()));
    model.addAttribute("languages", Language.known());
    model.addAttribute(
        "recipients",
        names.people().values().stream()
            .filter(
                each -> each.workplace().filter(own -> around.contains(own.party())).isPresent())
            .sorted(Comparator.comparing(Person::id))
            .limit(PROPOSED)
            .toList());
    model.addAttribute("names", names);
    return "emails/emails";
  }

  @GetMapping({"/emails.csv", "/emails.xlsx"})
  ResponseEntity<byte[]> file(
      @ModelAttribute EmailQuery query, Person person, HttpServletRequest request)
      throws IOException {
    EmailFilter filter =
        query.filter(directory).inSeries(viewers.coordinatorLists(person).series());
    DirectoryNames names = DirectoryNames.of(directory);
    return files.send(
        format.message("emails.title"),
        List.<ListFiles.ListColumn<Email>>of(
            new ListFiles.ListColumn<>(format.message("emails.day"), 12, Email::on),
            new ListFiles.ListColumn<>(format.message("emails.subject"), 60, Email::subject),
            new ListFiles.ListColumn<>(
                format.message("emails.to"), 30, email -> format.in(names.person(email.person()))),
            new ListFiles.ListColumn<>(
                format.message("words.sheetAddress"), 30, email -> email.to().value()),
            new ListFiles.ListColumn<>(
                format.message("emails.kind"),
                18,
                email -> format.message("emails.kind." + email.kind())),
            new ListFiles.ListColumn<>(
                format.message("emails.status"),
                16,
                email -> format.term("email.status", email.status())),
            new ListFiles.ListColumn<>(
                format.message("commitments.title"),
                30,
                email ->
                    email.refs().stream()
                        .map(CommitmentRef::value)
                        .collect(Collectors.joining(", ")))),
        ListFiles.all(at -> mailQueue.page(filter, query.order(), at)),
        request);
  }

  /** All emails first, then each state that has any. */
  private static List<Count> counts(EmailCounts counts, EmailQuery query) {
    List<Count> shown = new ArrayList<>();
    shown.add(count(null, counts.total(), query));
    Arrays.stream(EmailStatus.values())
        .map(status -> count(status.name(), counts.of(status), query))
        .forEach(shown::add);
    return shown.stream()
        .filter(each -> each.status() == null || each.emails() > 0 || each.chosen())
        .toList();
  }

  private static Count count(@Nullable String status, long emails, EmailQuery query) {
    boolean chosen = status == null ? query.status() == null : status.equals(query.status());
    return new Count(status, emails, query.link().with("status", status), chosen);
  }
}
