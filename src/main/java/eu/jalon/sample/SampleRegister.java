package eu.jalon.sample;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Parties;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.directory.file.DirectoryFile;
import eu.jalon.meeting.JdbcMeetings;
import eu.jalon.meeting.Meeting;
import eu.jalon.meeting.Meetings;
import eu.jalon.meeting.MinisterialMeeting;
import eu.jalon.meeting.NewMeeting;
import eu.jalon.shared.BrusselsTime;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the sample into an empty database before the web server starts: Val Duchesse and, unless a
 * setting leaves it out, an example of a series with three parties. A database with people is not
 * changed.
 */
@Component
@Profile("demo")
class SampleRegister implements SmartLifecycle {

  private static final String NEXT_SUMMIT = "start+120";

  private final Directory directory;
  private final Parties parties;
  private final Meetings meetings;
  private final JdbcMeetings meetingRows;
  private final SampleHistory history;
  private final WorkingDays calendar;
  private final Clock clock;
  private final String password;
  private final boolean withExample;
  private final TransactionTemplate transactions;
  private volatile boolean running;

  SampleRegister(
      Directory directory,
      Parties parties,
      Meetings meetings,
      JdbcMeetings meetingRows,
      SampleHistory history,
      WorkingDays calendar,
      Clock clock,
      @Value("${jalon.demo.password}") String password,
      @Value("${jalon.demo.example-series}") boolean withExample,
      TransactionTemplate transactions) {
    this.directory = directory;
    this.parties = parties;
    this.meetings = meetings;
    this.meetingRows = meetingRows;
    this.history = history;
    this.calendar = calendar;
    this.clock = clock;
    this.password = password;
    this.withExample = withExample;
    this.transactions = transactions;
  }

  @Override
  public void start() {
    if (directory.isEmpty()) {
      transactions.executeWithoutResult(status -> load());
    }
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Runs before the web server, whose phase is near the maximum. */
  @Override
  public int getPhase() {
    return 0;
  }

  private void load() {
    SampleDay days = new SampleDay(BrusselsTime.today(clock), calendar);
    String hash = directory.hashOf(password);
    history.before(() -> enterPeople("sample/directory.yaml", hash));
    meetings.setDate(
        meetings.next(Meetings.DEFAULT_SERIES).orElseThrow().id(), days.working(NEXT_SUMMIT));
    play("sample/register.yaml", days);
    if (withExample) {
      history.before(() -> enterPeople("sample/example-directory.yaml", hash));
      play("sample/example-register.yaml", days);
    }
  }

  private void enterPeople(String path, String hash) {
    try (InputStream in = new ClassPathResource(path).getInputStream()) {
      DirectoryFile file = DirectoryFile.read(in);
      parties.enter(file.parties(), file.series());
      directory.enter(file.ministries(), file.people());
      file.people().forEach(person -> directory.setHash(person.id(), hash));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void play(String path, SampleDay days) {
    SampleFile.Contents contents = read(path);
    contents.summits().forEach(entry -> meetingRows.add(summit(entry, days), entry.series()));
    contents.meetings().forEach(entry -> meetings.add(meeting(entry, days)));
    history.play(contents, days);
  }

  private static NewMeeting summit(SampleFile.SummitEntry entry, SampleDay days) {
    return new NewMeeting(
        entry.id(), entry.name(), entry.place(), days.of(entry.date()), Meeting.Status.PLANNED);
  }

  private static MinisterialMeeting meeting(SampleFile.MeetingEntry entry, SampleDay days) {
    return new MinisterialMeeting(
        entry.id(),
        Meetings.DEFAULT_SERIES,
        entry.name(),
        entry.place(),
        days.of(entry.heldOn()),
        SampleDay.isMonth(entry.heldOn()));
  }

  private static SampleFile.Contents read(String path) {
    try (InputStream in = new ClassPathResource(path).getInputStream()) {
      return SampleFile.read(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
