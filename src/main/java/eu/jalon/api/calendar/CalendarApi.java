package eu.jalon.api.calendar;

import eu.jalon.reminder.calendar.CalendarFeeds;
import eu.jalon.shared.ValidationError;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The calendar of a ministry's deadlines at a secret address, for programs that cannot sign in. */
@RestController
@RequestMapping("/api/calendar")
class CalendarApi {

  private static final MediaType CALENDAR = MediaType.valueOf("text/calendar;charset=UTF-8");

  private final CalendarFeeds feeds;

  CalendarApi(CalendarFeeds feeds) {
    this.feeds = feeds;
  }

  /** The open items that are due today or later (RFC 5545). */
  @GetMapping("/{token}.ics")
  ResponseEntity<String> calendar(@PathVariable String token) {
    String calendar =
        feeds.calendar(token).orElseThrow(() -> ValidationError.notFound("calendar.unknown"));
    return ResponseEntity.ok()
        .contentType(CALENDAR)
        .cacheControl(CacheControl.noStore())
        .body(calendar);
  }
}
