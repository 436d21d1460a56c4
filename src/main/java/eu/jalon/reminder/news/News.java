package eu.jalon.reminder.news;

import eu.jalon.directory.Person;
import eu.jalon.directory.Viewers;
import eu.jalon.directory.calendar.WorkingDays;
import eu.jalon.reminder.Recipients;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What digests tell people of changes: each change of the last {@value #DAYS} days once to each
 * person whom it concerns, and whom it concerned when it was made. What a day off or an e-mail that
 * was not delivered kept back comes with the next digest; to substitutes, unless the absent person
 * was told.
 */
@Component
public class News {

  /** Days after which a change is no news any more. */
  private static final int DAYS = 14;

  private final JdbcChangeNotices notices;
  private final Viewers viewers;
  private final WorkingDays calendar;

  News(JdbcChangeNotices notices, Viewers viewers, WorkingDays calendar) {
    this.notices = notices;
    this.viewers = viewers;
    this.calendar = calendar;
  }

  /** An answer to a request or proposal, and the people who need not hear what it leads to. */
  private record Answer(RecordedChange recorded, Set<PersonId> informed) {

    static Answer of(RecordedChange recorded, Map<PersonId, ConcernedPeople.Concern> concerned) {
      Set<PersonId> informed = new HashSet<>();
      concerned.forEach(
          (person, concern) -> {
            if (concern.role() != ConcernedRole.OTHER_COORDINATION) {
              informed.add(person);
            }
          });
      informed.add(recorded.change().by());
      return new Answer(recorded, informed);
    }
  }

  /** The notices that no digest brings yet, by person, oldest first. */
  public Map<PersonId, List<ChangeNotice>> untold(
      Instant now, LocalDate day, Recipients recipients) {
    Instant since = now.minus(Duration.ofDays(DAYS));
    List<RecordedChange> changes = notices.since(since);
    ConcernedPeople people =
        new ConcernedPeople(
            notices.ministries(since), changes, notices.followers(since), viewers, recipients, day);
    Map<PersonId, Instant> placed = notices.placed(since);
    Map<PersonId, Set<Long>> told = notices.told(since);
    Map<CommitmentRef, Answer> answers = new HashMap<>();
    Map<PersonId, List<ChangeNotice>> untold = new LinkedHashMap<>();
    for (RecordedChange recorded : changes) {
      Map<PersonId, ConcernedPeople.Concern> concerned = people.of(recorded);
      CommitmentRef ref = recorded.change().ref();
      Answer last = answers.get(ref);
      Set<PersonId> informed =
          last != null && recorded.carriesOut(last.recorded()) ? last.informed() : Set.of();
      if (informed.isEmpty()) {
        answers.put(ref, Answer.of(recorded, concerned));
      } else {
        // It is carried out once; a later change of the same kind is news of its own.
        answers.remove(ref);
      }
      concerned.forEach(
          (person, concern) -> {
            PersonId standsFor = concern.standsFor();
            if (concern.telling() == Telling.NEXT_DIGEST
                && !informed.contains(person)
                && !isTold(person, recorded, told)
                && (standsFor == null || !isTold(standsFor, recorded, told))
                && !isBefore(recorded, placed.get(standsFor == null ? person : standsFor))) {
              untold
                  .computeIfAbsent(person, key -> new ArrayList<>())
                  .add(recorded.noticeTo(concern.role(), recipients));
            }
          });
    }
    return untold;
  }

  private static boolean isTold(
      PersonId person, RecordedChange recorded, Map<PersonId, Set<Long>> told) {
    return told.getOrDefault(person, Set.of()).contains(recorded.id());
  }

  /** Whether a change was made before a person had the ministry and role that it concerns. */
  private static boolean isBefore(RecordedChange recorded, @Nullable Instant placed) {
    return placed != null && recorded.change().at().isBefore(placed);
  }

  /** Those of the given people who can receive a digest today for nothing but news. */
  public List<Person> recipients(
      Set<PersonId> people, LocalDate day, Recipients recipients, Set<PersonId> alreadyEmailed) {
    return people.stream()
        .filter(person -> !alreadyEmailed.contains(person))
        .map(recipients::person)
        .flatMap(Optional::stream)
        .filter(person -> person.address().isPresent())
        .filter(person -> calendar.isWorkingDay(day, Recipients.partyOf(person)))
        .filter(person -> recipients.settings(person).weekdays().contains(day.getDayOfWeek()))
        .toList();
  }

  /** Records which digest brings each notice, in the transaction that queues the digests. */
  public void record(Map<PersonId, List<ChangeNotice>> told, Map<PersonId, UUID> digests) {
    notices.record(told, digests);
  }

  /** The notices in digests, oldest first. */
  public Map<UUID, List<ChangeNotice>> in(Collection<UUID> digests, Recipients recipients) {
    return notices.in(digests).stream()
        .collect(
            Collectors.groupingBy(
                JdbcChangeNotices.Told::digest,
                Collectors.mapping(
                    told -> told.recorded().noticeTo(told.role(), recipients),
                    Collectors.toList())));
  }

  /**
   * Lets a digest that is sent again bring the notices of the original one, without those that
   * another digest brought meanwhile.
   *
   * @param sent the original and those that sent it again before
   */
  public void copyToResend(UUID digest, UUID resend, Collection<UUID> sent) {
    notices.copyToResend(digest, resend, sent);
  }
}
