package eu.jalon.pages.work;

import eu.jalon.directory.Person;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.reminder.calendar.CalendarFeeds;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Makes and revokes the address of a user's calendar; the address is shown once. */
@Workspace
class CalendarFeedController {

  private final CalendarFeeds feeds;

  CalendarFeedController(CalendarFeeds feeds) {
    this.feeds = feeds;
  }

  @PostMapping("/my-work/calendar")
  String create(Person person, RedirectAttributes flash) {
    flash.addFlashAttribute("feed", feeds.create(person));
    return "redirect:/my-work#calendar";
  }

  @PostMapping("/my-work/calendar/revoke")
  String revoke(Person person, RedirectAttributes flash) {
    feeds.revoke(person);
    flash.addFlashAttribute("feedRevoked", true);
    return "redirect:/my-work#calendar";
  }
}
