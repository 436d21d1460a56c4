package eu.jalon.reminder.calendar;

import eu.jalon.actionitem.ActionItemFilter;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.directory.Today;
import eu.jalon.mail.message.CalendarFile;
import eu.jalon.mail.message.CalendarWriter;
import eu.jalon.reminder.wording.DeadlineEvents;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.paging.Page;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The calendar of a ministry's open items (RFC 5545), at an address that only one person knows.
 * Calendar programs cannot sign in: the address holds a random secret, of which a hash is stored. A
 * new address replaces the former one.
 */
@Service
@Transactional
public class CalendarFeeds {

  private static final int SECRET_BYTES = 24;
  private static final int MOST = 200;

  /** A calendar has at least one component (RFC 5545, 3.6). */
  private static final String EMPTY =
      """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//Jalon//Deadlines//EN
      METHOD:PUBLISH
      BEGIN:VTIMEZONE
      TZID:UTC
      BEGIN:STANDARD
      DTSTART:19700101T000000
      TZOFFSETFROM:+0000
      TZOFFSETTO:+0000
      END:STANDARD
      END:VTIMEZONE
      END:VCALENDAR
      """
          .replace("\n", "\r\n");

  private final JdbcCalendarFeeds feeds;
  private final ActionItems items;
  private final Directory directory;
  private final DeadlineEvents events;
  private final CalendarWriter writer;
  private final Today today;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  CalendarFeeds(
      JdbcCalendarFeeds feeds,
      ActionItems items,
      Directory directory,
      DeadlineEvents events,
      CalendarWriter writer,
      Today today,
      Clock clock) {
    this.feeds = feeds;
    this.items = items;
    this.directory = directory;
    this.events = events;
    this.writer = writer;
    this.today = today;
    this.clock = clock;
  }

  /** Returns when the person's address was made; empty without one. */
  @Transactional(readOnly = true)
  public Optional<Instant> createdAt(Person person) {
    return feeds.createdAt(person.id());
  }

  /** Makes a new address for a person, in place of the former one; returns the URL. */
  public String create(Person person) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    String token = HexFormat.of().formatHex(secret);
    feeds.delete(person.id());
    feeds.insert(person.id(), hash(token), clock.instant());
    return events.feedUrl(token);
  }

  /** Makes the person's address useless. */
  public void revoke(Person person) {
    feeds.delete(person.id());
  }

  /**
   * Returns the calendar at an address: the open items of the ministry that are due today or later;
   * empty if the secret is unknown or its person has no ministry any more.
   */
  @Transactional(readOnly = true)
  public Optional<String> calendar(String token) {
    return feeds
        .owner(hash(token))
        .flatMap(directory::person)
        .flatMap(person -> person.workplace().map(ministry -> calendar(person, ministry)));
  }

  private String calendar(Person person, MinistryCode ministry) {
    LocalDate from = today.of(person);
    List<CalendarFile.Event> ahead =
        items
            .page(ActionItemFilter.of(ministry, null), person, new Page.Request(0, MOST))
            .items()
            .stream()
            .filter(view -> isAhead(view, from))
            .map(view -> events.event(view, person.language()))
            .toList();
    return ahead.isEmpty()
        ? EMPTY
        : writer.text(new CalendarFile("deadlines.ics", ahead), clock.instant());
  }

  private static boolean isAhead(ActionItemView view, LocalDate today) {
    return view.item().dueOn().filter(due -> !due.day().isBefore(today)).isPresent();
  }

  private static String hash(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException(absent);
    }
  }
}
