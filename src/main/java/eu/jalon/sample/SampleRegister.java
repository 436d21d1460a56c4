package eu.jalon.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.directory.WorkingDays;
import eu.jalon.register.Meeting;
import eu.jalon.register.Register;
import eu.jalon.register.Summits;
import eu.jalon.register.Theme;
import eu.jalon.shared.BrusselsTime;
import eu.jalon.shared.Country;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.Language;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.OriginId;
import eu.jalon.shared.PersonId;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills an empty register with the sample, once; a register that has people is left alone. */
@Component
@Profile("demo")
class SampleRegister implements ApplicationRunner {

  private static final int DAYS_TO_SUMMIT = 120;
  private static final PersonId ENTERED_BY = new PersonId("coord-be");

  private final Directory directory;
  private final Summits summits;
  private final Register register;
  private final SampleProgress progress;
  private final WorkingDays calendar;
  private final Clock clock;
  private final String password;

  SampleRegister(
      Directory directory,
      Summits summits,
      Register register,
      SampleProgress progress,
      WorkingDays calendar,
      Clock clock,
      @Value("${jalon.demo.password}") String password) {
    this.directory = directory;
    this.summits = summits;
    this.register = register;
    this.progress = progress;
    this.calendar = calendar;
    this.clock = clock;
    this.password = password;
  }

  @Override
  @Transactional
  public void run(ApplicationArguments arguments) throws IOException {
    if (!directory.isEmpty()) {
      return;
    }
    enterPeople(read("sample/directory.yaml", SampleFile.People.class));
    SampleFile.Contents contents = read("sample/register.yaml", SampleFile.Contents.class);
    LocalDate today = BrusselsTime.today(clock);
    dateNextSummit(today.plusDays(DAYS_TO_SUMMIT));
    contents.meetings().forEach(entry -> summits.add(meeting(entry)));
    contents
        .themes()
        .forEach(
            entry ->
                summits.add(
                    new Theme(new OriginId(entry.origin()), entry.number(), entry.title())));
    register.enter(
        contents.commitments().stream()
            .map(entry -> SampleCommitments.commitment(entry, today))
            .toList(),
        ENTERED_BY);
    contents.commitments().forEach(progress::play);
  }

  private void dateNextSummit(LocalDate around) {
    LocalDate day = calendar.onOrBefore(around, Country.BE);
    while (!calendar.isWorkingDay(day, Country.FR) || !calendar.isWorkingDay(day, Country.BE)) {
      day = day.minusDays(1);
    }
    summits.date(summits.get("next").id(), day);
  }

  private void enterPeople(SampleFile.People people) {
    directory.enter(
        people.ministries().stream()
            .map(
                entry ->
                    new Ministry(
                        new MinistryCode(entry.code()), entry.coordination(), entry.name()))
            .toList(),
        people.people().stream().map(SampleRegister::person).toList());
    String hash = directory.hashOf(password);
    people.people().forEach(entry -> directory.setHash(new PersonId(entry.id()), hash));
  }

  private static Person person(SampleFile.PersonEntry entry) {
    return new Person(
        new PersonId(entry.id()),
        entry.name(),
        entry.email() == null ? null : new EmailAddress(entry.email()),
        Language.valueOf(entry.language().toUpperCase(Locale.ROOT)),
        Role.valueOf(entry.role()),
        entry.ministry() == null ? null : new MinistryCode(entry.ministry()));
  }

  private static Meeting meeting(SampleFile.MeetingEntry entry) {
    return new Meeting(
        new OriginId(entry.id()),
        entry.name(),
        entry.place(),
        SampleCommitments.day(entry.heldOn()),
        SampleCommitments.isMonth(entry.heldOn()));
  }

  private static <T> T read(String path, Class<T> type) throws IOException {
    try (InputStream in = new ClassPathResource(path).getInputStream()) {
      return new ObjectMapper(new YAMLFactory()).readValue(in, type);
    }
  }
}
