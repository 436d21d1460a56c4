package eu.jalon.pages.emails;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.mail.reply.Replies;
import eu.jalon.mail.reply.Reply;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.paging.Page;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The replies that wait for a coordinator: those of the party's people and mailboxes, and those of
 * people who are in no ministry any more.
 */
@Component
public class ReplyQueue {

  private final Replies replies;
  private final Directory directory;

  ReplyQueue(Replies replies, Directory directory) {
    this.replies = replies;
    this.directory = directory;
  }

  /** A page of the replies, oldest first. */
  public Page<Reply> of(Person coordinator, Page.Request at) {
    return replies.open(others(coordinator.workplace().orElseThrow().party()), at);
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
