package eu.jalon.pages.work;

import eu.jalon.actionitem.ActionItemFilter;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.CommitmentFilter;
import eu.jalon.commitment.CommitmentStatus;
import eu.jalon.commitment.Commitments;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.directory.absence.Absences;
import eu.jalon.overview.activity.MinistryActivity;
import eu.jalon.pages.commitments.RequestRow;
import eu.jalon.pages.frame.DirectoryNames;
import eu.jalon.pages.frame.ListLink;
import eu.jalon.pages.frame.PageFormatter;
import eu.jalon.pages.frame.Pager;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.reminder.calendar.CalendarFeeds;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.paging.Page;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What a ministry has to do and what concerns it; the first page of focal points. The number of
 * statements does not depend on the amount of data.
 */
@Workspace
class WorkController {

  private static final int ITEMS = 50;
  private static final int COMMITMENTS = 10;
  private static final int LATEST = 5;

  private final ActionItems items;
  private final Commitments commitments;
  private final MinistryActivity activity;
  private final Absences absences;
  private final CalendarFeeds feeds;
  private final Directory directory;
  private final PageFormatter format;

  WorkController(
      ActionItems items,
      Commitments commitments,
      MinistryActivity activity,
      Absences absences,
      CalendarFeeds feeds,
      Directory directory,
      PageFormatter format) {
    this.items = items;
    this.commitments = commitments;
    this.activity = activity;
    this.absences = absences;
    this.feeds = feeds;
    this.directory = directory;
    this.format = format;
  }

  @GetMapping("/my-work")
  String work(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "") String series,
      Person person,
      Model model) {
    MinistryCode own = person.workplace().orElseThrow();
    DirectoryNames names = DirectoryNames.of(directory);
    String text = q.isBlank() ? null : q;
    Page<ActionItemView> open =
        items.page(ActionItemFilter.of(own, text), person, new Page.Request(page, ITEMS));
    model.addAttribute("q", q);
    model.addAttribute("own", own);
    model.addAttribute("groups", DueGroup.of(open.items(), format.today()));
    ListLink list = ListLink.to("/my-work").with(ListLink.SERIES, series).with("q", q);
    model.addAttribute("list", list);
    model.addAttribute("pager", Pager.of(open, list));
    model.addAttribute("next", open.items().stream().findFirst().orElse(null));
    model.addAttribute("takeCharge", SeveralItems.takeCharge(open.items()).size());
    model.addAttribute("reports", SeveralItems.reports(open.items()).size());
    Page<Commitment> ours =
        commitments.page(
            new CommitmentFilter(
                null,
                null,
                own,
                null,
                text == null ? CommitmentStatus.IN_PROGRESS : null,
                null,
                false,
                text,
                CommitmentFilter.Sort.DUE_ON),
            person,
            new Page.Request(0, COMMITMENTS));
    model.addAttribute("commitments", ours);
    model.addAttribute(
        "allCommitments",
        ListLink.to("/commitments")
            .with(ListLink.SERIES, series)
            .with("ministry", own)
            .with("status", text == null ? CommitmentStatus.IN_PROGRESS : null)
            .with("q", q)
            .with("sort", CommitmentFilter.Sort.DUE_ON.key()));
    MinistryActivity.Reports reports = activity.reports(person, LATEST);
    model.addAttribute("others", reports.others());
    model.addAttribute("reported", reports.own());
    model.addAttribute("requests", requests(person, names));
    model.addAttribute("questions", activity.questions(person, LATEST));
    model.addAttribute("absence", absences.absencesOf(person).stream().findFirst().orElse(null));
    model.addAttribute("feedSince", feeds.createdAt(person).orElse(null));
    model.addAttribute("names", names);
    return "work/work";
  }

  /** A request of the ministry with the title of its commitment. */
  record RequestOfMinistry(RequestRow row, LocalText title) {}

  private List<RequestOfMinistry> requests(Person person, DirectoryNames names) {
    RequestRow.Source rows = new RequestRow.Source(names, format, person);
    return activity.requests(person, LATEST).stream()
        .map(
            line ->
                new RequestOfMinistry(rows.row(line.request(), line.step(), true), line.title()))
        .toList();
  }
}
