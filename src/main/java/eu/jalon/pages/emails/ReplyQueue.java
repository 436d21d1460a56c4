package eu.jalon.pages.emails;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.mail.reply.Replies;
import eu.jalon.mail.reply.Reply;
import eu.jalon.meeting.Meetings;
import eu.jalon.shared.MeetingId;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import eu.jalon.shared.paging.Page;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * The replies that wait for a coordinator: those of the party's people and mailboxes, and those of
 * people who are in no ministry any more.
 */
@Component
public class ReplyQueue {

  private final Replies replies;
  private final Directory directory;
  private final Meetings meetings;

  ReplyQueue(Replies replies, Directory directory, Meetings meetings) {
    this.replies = replies;
    this.directory = directory;
    this.meetings = meetings;
  }

  /** A page of the replies, oldest first; without those about series that are not seen. */
  public Page<Reply> of(Person coordinator, Page.Request at) {
    Page<Reply> found = replies.open(others(coordinator.workplace().orElseThrow().party()), at);
    List<Reply> seen = seen(found.items(), coordinator);
    return Page.of(seen, at, found.total() - found.items().size() + seen.size());
  }

  /** The replies to e-mails that are only about series that the coordinator sees. */
  public List<Reply> seen(List<Reply> found, Person coordinator) {
    Predicate<MeetingId> seen = meetings.seenBy(coordinator);
    return found.stream()
        .filter(reply -> reply.refs().stream().allMatch(ref -> seen.test(ref.meeting())))
        .toList();
  }

  /** Records that a coordinator has dealt with a reply that the coordinator sees. */
  void handle(long id, Person coordinator) {
    if (seen(List.of(replies.get(id)), coordinator).isEmpty()) {
      throw ValidationError.notFound("reply.unknown", id);
    }
    replies.handle(id, coordinator.id());
  }

  private Set<PersonId> others(PartyCode party) {
    Set<PersonId> others = new HashSet<>();
    directory
        .staff()
        .forEach(
            (ministry, people) -> {
              if (!ministry.party().equals(party)) {
                people.forEach(person -> others.add(person.id()));
              }
            });
    directory.ministries().stream()
        .filter(ministry -> !ministry.party().equals(party))
        .map(Ministry::mailboxId)
        .forEach(others::add);
    return others;
  }
}
