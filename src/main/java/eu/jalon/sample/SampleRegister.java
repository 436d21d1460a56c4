package eu.jalon.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import eu.jalon.commitment.entry.CommitmentEntry;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Parties;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.directory.file.DirectoryFile;
import eu.jalon.meeting.Meetings;
import eu.jalon.meeting.MinisterialMeeting;
import eu.jalon.meeting.Theme;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.PersonId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the sample into an empty database before the web server starts; a database with people is
 * not changed.
 */
@Component
@Profile("demo")
class SampleRegister implements SmartLifecycle {

  private static final int DAYS_TO_SUMMIT = 120;
  private static final PersonId ENTERED_BY = new PersonId("coord-be");

  private final Directory directory;
  private final Parties parties;
  private final Meetings meetings;
  private final CommitmentEntry commitmentEntry;
  private final SampleProgress progress;
  private final WorkingDays calendar;
  private final Clock clock;
  private final String password;
  private final TransactionTemplate transactions;
  private volatile boolean running;

  SampleRegister(
      Directory directory,
      Parties parties,
      Meetings meetings,
      CommitmentEntry commitmentEntry,
      SampleProgress progress,
      WorkingDays calendar,
      Clock clock,
      @Value("${jalon.demo.password}") String password,
      TransactionTemplate transactions) {
    this.directory = directory;
    this.parties = parties;
    this.meetings = meetings;
    this.commitmentEntry = commitmentEntry;
    this.progress = progress;
    this.calendar = calendar;
    this.clock = clock;
    this.password = password;
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
    enterPeople();
    SampleFile.Contents contents = read("sample/register.yaml", SampleFile.Contents.class);
    LocalDate today = BrusselsTime.today(clock);
    setDateOfNextSummit(today.plusDays(DAYS_TO_SUMMIT));
    contents.meetings().forEach(entry -> meetings.add(meeting(entry)));
    contents
        .themes()
        .forEach(
            entry ->
                meetings.add(
                    new Theme(new MeetingId(entry.meeting()), entry.number(), entry.title())));
    commitmentEntry.enter(
        contents.commitments().stream()
            .map(entry -> SampleCommitments.commitment(entry, today))
            .toList(),
        ENTERED_BY);
    contents.commitments().forEach(progress::complete);
  }

  private void setDateOfNextSummit(LocalDate around) {
    LocalDate day = around;
    while (!calendar.off(day).isEmpty()) {
      day = day.minusDays(1);
    }
    meetings.setDate(meetings.next(Meetings.DEFAULT_SERIES).orElseThrow().id(), day);
  }

  private void enterPeople() {
    try (InputStream in = new ClassPathResource("sample/directory.yaml").getInputStream()) {
      DirectoryFile file = DirectoryFile.read(in);
      parties.enter(file.parties(), file.series());
      directory.enter(file.ministries(), file.people());
      String hash = directory.hashOf(password);
      file.people().forEach(person -> directory.setHash(person.id(), hash));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static MinisterialMeeting meeting(SampleFile.MeetingEntry entry) {
    return new MinisterialMeeting(
        new MeetingId(entry.id()),
        Meetings.DEFAULT_SERIES,
        entry.name(),
        entry.place(),
        SampleCommitments.day(entry.heldOn()),
        SampleCommitments.isMonth(entry.heldOn()));
  }

  private static <T> T read(String path, Class<T> type) {
    try (InputStream in = new ClassPathResource(path).getInputStream()) {
      return new ObjectMapper(new YAMLFactory()).readValue(in, type);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
