package eu.jalon.pages.home;

import eu.jalon.commitment.proposal.Proposal;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Ministry;
import eu.jalon.directory.Person;
import eu.jalon.mail.MailFailures;
import eu.jalon.mail.bounce.UndeliverableAddress;
import eu.jalon.mail.bounce.UndeliverableAddresses;
import eu.jalon.mail.reply.Reply;
import eu.jalon.overview.Overview;
import eu.jalon.overview.PendingDecisions;
import eu.jalon.overview.PendingQuestions;
import eu.jalon.pages.emails.ReplyQueue;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.LocalText;
import eu.jalon.shared.PartyCode;
import eu.jalon.shared.paging.Page;
import eu.jalon.transition.proposal.Proposals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The work that waits for a coordinator, by kind. */
@Component
class PendingWork {

  private static final String TASKLIST = "/camunda/app/tasklist/";

  private final Proposals proposals;
  private final UndeliverableAddresses undeliverable;
  private final ReplyQueue replies;
  private final Directory directory;

  PendingWork(
      Proposals proposals,
      UndeliverableAddresses undeliverable,
      ReplyQueue replies,
      Directory directory) {
    this.proposals = proposals;
    this.undeliverable = undeliverable;
    this.replies = replies;
    this.directory = directory;
  }

  /**
   * The pending work of one kind.
   *
   * @param kind a message under {@code mine}
   * @param href the page for all of it
   * @param oldest the oldest; absent if it has no page of its own
   * @param since when the oldest was created; absent if not recorded
   */
  record Waiting(
      String kind, int count, String href, @Nullable Oldest oldest, @Nullable Instant since) {}

  /** One pending task with its page. */
  record Oldest(LocalText title, String href) {}

  /** The pending work; replies and addresses are read only if there are some. */
  List<Waiting> of(Overview.Lists lists, MailFailures mail, Person person) {
    List<Waiting> waiting = new ArrayList<>();
    lists.decisions().forEach(decisions -> waiting.add(decisions(decisions)));
    proposals(person).ifPresent(waiting::add);
    lists.questions().ifPresent(questions -> waiting.add(questions(questions)));
    if (mail.failed() > 0) {
      waiting.add(new Waiting("FAILED", mail.failed(), "/emails?status=FAILED", null, null));
    }
    if (mail.replies()) {
      replies(person).ifPresent(waiting::add);
    }
    if (mail.undeliverable()) {
      refused(person.workplace().orElseThrow().party()).ifPresent(waiting::add);
    }
    return waiting;
  }

  private static Waiting decisions(PendingDecisions decisions) {
    PendingDecisions.Oldest oldest = decisions.oldest();
    return new Waiting(
        decisions.step().name(),
        decisions.count(),
        TASKLIST,
        new Oldest(oldest.title(), "/tasks/" + oldest.item()),
        oldest.since());
  }

  private static Waiting questions(PendingQuestions questions) {
    String href = "/commitments/" + questions.ref() + "#questions";
    return new Waiting(
        "QUESTION",
        questions.count(),
        href,
        new Oldest(questions.title(), href),
        questions.since());
  }

  /** The proposals that the coordinators of the person's party have not answered. */
  private Optional<Waiting> proposals(Person person) {
    PartyCode own = person.workplace().orElseThrow().party();
    List<Proposal> awaited =
        proposals.open(person).stream()
            .filter(proposal -> proposal.awaited().contains(own))
            .toList();
    return awaited.stream()
        .findFirst()
        .map(
            oldest ->
                new Waiting("PROPOSAL", awaited.size(), "/proposals", null, oldest.proposedAt()));
  }

  private Optional<Waiting> replies(Person person) {
    Page<Reply> waiting = replies.of(person, new Page.Request(0, 1));
    return waiting.items().stream()
        .findFirst()
        .map(
            oldest ->
                new Waiting("REPLY", (int) waiting.total(), "/emails/replies", null, oldest.at()));
  }

  /** The refused addresses of a party's people and mailboxes. */
  private Optional<Waiting> refused(PartyCode party) {
    Map<EmailAddress, UndeliverableAddress> all = undeliverable.all();
    Set<UndeliverableAddress> own = new HashSet<>();
    for (EmailAddress address : addresses(party)) {
      UndeliverableAddress refusal = all.get(address);
      if (refusal != null) {
        own.add(refusal);
      }
    }
    return own.stream()
        .map(UndeliverableAddress::since)
        .min(Comparator.naturalOrder())
        .map(since -> new Waiting("REFUSED", own.size(), "/people", null, since));
  }

  private List<EmailAddress> addresses(PartyCode party) {
    List<EmailAddress> addresses = new ArrayList<>();
    directory
        .staff()
        .forEach(
            (ministry, people) -> {
              if (ministry.party().equals(party)) {
                people.forEach(person -> person.address().ifPresent(addresses::add));
              }
            });
    directory.ministries().stream()
        .filter(ministry -> ministry.party().equals(party))
        .map(Ministry::mailbox)
        .flatMap(Optional::stream)
        .forEach(box -> addresses.add(box.address()));
    return addresses;
  }
}
