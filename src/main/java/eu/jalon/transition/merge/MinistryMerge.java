package eu.jalon.transition.merge;

import eu.jalon.actionitem.JdbcActionItems;
import eu.jalon.commitment.JdbcCommitments;
import eu.jalon.commitment.proposal.JdbcProposals;
import eu.jalon.commitment.question.Questions;
import eu.jalon.commitment.request.JdbcRequests;
import eu.jalon.directory.Directory;
import eu.jalon.directory.DirectoryChange;
import eu.jalon.directory.JdbcMinistries;
import eu.jalon.directory.JdbcPeople;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.PeopleRights;
import eu.jalon.directory.Person;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.text.FreeText;
import eu.jalon.transition.correction.CommitmentCorrections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Merges a ministry into another one of the same party: its part in commitments in progress, its
 * open action items and its people move. What was closed or reported before keeps the former
 * ministry.
 */
@Service
@Transactional
public class MinistryMerge {

  private final Directory directory;
  private final JdbcMinistries ministries;
  private final JdbcPeople people;
  private final JdbcCommitments commitments;
  private final JdbcActionItems items;
  private final JdbcRequests requests;
  private final JdbcProposals proposals;
  private final Questions questions;
  private final CommitmentCorrections corrections;
  private final ApplicationEventPublisher events;

  MinistryMerge(
      Directory directory,
      JdbcMinistries ministries,
      JdbcPeople people,
      JdbcCommitments commitments,
      JdbcActionItems items,
      JdbcRequests requests,
      JdbcProposals proposals,
      Questions questions,
      CommitmentCorrections corrections,
      ApplicationEventPublisher events) {
    this.directory = directory;
    this.ministries = ministries;
    this.people = people;
    this.commitments = commitments;
    this.items = items;
    this.requests = requests;
    this.proposals = proposals;
    this.questions = questions;
    this.corrections = corrections;
    this.events = events;
  }

  /**
   * What a merger moves.
   *
   * @param leads the number of commitments in progress that the ministry leads
   * @param associated the number of those that it is associated with
   * @param actionItems the number of its open action items
   * @param people the number of its people with an open account
   * @param withoutReader whether the other ministry has no recipient of reminders afterwards
   */
  public record Effect(
      MinistryCode from,
      MinistryCode into,
      int leads,
      int associated,
      int actionItems,
      int people,
      boolean withoutReader) {}

  /**
   * Returns what a merger would move.
   *
   * @throws ValidationError if the ministries cannot be merged, or the user does not manage them
   */
  @Transactional(readOnly = true)
  public Effect preview(MinistryCode from, MinistryCode into, Person by) {
    requireMergeable(from, into, by);
    int leads = commitments.countLedBy(from);
    List<Person> moving = directory.staff().getOrDefault(from, List.of());
    List<Person> staying = directory.staff().getOrDefault(into, List.of());
    boolean reader =
        Stream.concat(moving.stream(), staying.stream())
                .anyMatch(person -> person.address().isPresent())
            || Stream.of(from, into)
                .map(directory.openMinistries()::get)
                .anyMatch(ministry -> ministry.mailbox().isPresent());
    return new Effect(
        from,
        into,
        leads,
        commitments.inProgressOf(from).size() - leads,
        items.countOpen(from),
        moving.size(),
        !reader);
  }

  /**
   * Merges a ministry into another one.
   *
   * @param reason at least ten characters; part of the history of each commitment
   * @return what was moved
   * @throws ValidationError {@code ministry.merged} if one of them was merged already
   */
  public Effect merge(MinistryCode from, MinistryCode into, String reason, Person by) {
    String why = FreeText.reason(reason);
    Stream.of(from, into).sorted().forEach(ministries::lock);
    Effect effect = preview(from, into, by);
    for (CommitmentRef ref : commitments.inProgressOf(from)) {
      corrections.replaceMinistry(ref, from, into, why, by);
    }
    requests.replaceWanted(from, into);
    proposals.replaceMinistry(from, into);
    questions.replaceAsked(from, into);
    people.lock();
    List<Person> moved =
        directory.staff().getOrDefault(from, List.of()).stream()
            .map(person -> inMinistry(person, into))
            .toList();
    ministries.merged(from, into);
    directory.enter(List.of(), moved);
    events.publishEvent(
        new DirectoryChange("ministry=" + from, List.of("merged into " + into), false, by.id()));
    return effect;
  }

  private static Person inMinistry(Person person, MinistryCode ministry) {
    return new Person(
        person.id(), person.name(), person.email(), person.language(), person.role(), ministry);
  }

  private void requireMergeable(MinistryCode from, MinistryCode into, Person by) {
    PeopleRights.requireReader(by);
    if (!PeopleRights.mayChange(by, from.party()) || !PeopleRights.mayChange(by, into.party())) {
      throw ValidationError.forbidden("people.otherParty");
    }
    Ministry former = known(from);
    Ministry other = known(into);
    if (from.equals(into) || !from.party().equals(into.party())) {
      throw ValidationError.invalid("ministry.mergeTarget", from, into);
    }
    if (former.coordination() || other.coordination()) {
      throw ValidationError.invalid("ministry.mergeCoordination", from, into);
    }
    Stream.of(former, other)
        .filter(ministry -> !ministry.isOpen())
        .findFirst()
        .ifPresent(
            ministry -> {
              throw ValidationError.conflict("ministry.merged", ministry.code());
            });
  }

  private Ministry known(MinistryCode code) {
    return Optional.ofNullable(directory.ministriesByCode().get(code))
        .orElseThrow(() -> ValidationError.notFound("ministry.unknown", code));
  }
}
