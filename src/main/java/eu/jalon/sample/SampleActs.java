package eu.jalon.sample;

import eu.jalon.actionitem.ActionItem;
import eu.jalon.actionitem.ActionItemView;
import eu.jalon.actionitem.ActionItems;
import eu.jalon.actionitem.evidence.EvidenceFiles;
import eu.jalon.actionitem.form.Step;
import eu.jalon.commitment.action.CommitmentActions;
import eu.jalon.commitment.question.Question;
import eu.jalon.commitment.question.Questions;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.mail.Email;
import eu.jalon.mail.EmailFilter;
import eu.jalon.mail.MailQueue;
import eu.jalon.mail.bounce.Bounces;
import eu.jalon.mail.queue.DeliveryWithoutRelay;
import eu.jalon.meeting.Meetings;
import eu.jalon.reminder.manual.ManualReminders;
import eu.jalon.shared.MinistryCode;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.paging.Page;
import eu.jalon.transition.MeetingClosing;
import eu.jalon.transition.MeetingMove;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Does what the sample's people did, through the services that pages and API call, with the same
 * checks as for users. The e-mails that follow count as sent.
 */
@Component
@Profile("demo")
class SampleActs {

  private final ActionItems items;
  private final EvidenceFiles evidence;
  private final CommitmentActions actions;
  private final Questions questions;
  private final ManualReminders reminders;
  private final MeetingClosing closing;
  private final MeetingMove move;
  private final Meetings meetings;
  private final Directory directory;
  private final MailQueue mailQueue;
  private final DeliveryWithoutRelay delivery;
  private final Bounces bounces;

  SampleActs(
      ActionItems items,
      EvidenceFiles evidence,
      CommitmentActions actions,
      Questions questions,
      ManualReminders reminders,
      MeetingClosing closing,
      MeetingMove move,
      Meetings meetings,
      Directory directory,
      MailQueue mailQueue,
      DeliveryWithoutRelay delivery,
      Bounces bounces) {
    this.items = items;
    this.evidence = evidence;
    this.actions = actions;
    this.questions = questions;
    this.reminders = reminders;
    this.closing = closing;
    this.move = move;
    this.meetings = meetings;
    this.directory = directory;
    this.mailQueue = mailQueue;
    this.delivery = delivery;
    this.bounces = bounces;
  }

  void play(SampleAct act, SampleDay days) {
    if (act instanceof SampleAct.Complete complete) {
      complete(complete);
    } else if (act instanceof SampleAct.Extend extend) {
      actions.extend(
          extend.ref(),
          SampleCommitments.deadline(extend.deadline(), days),
          extend.reason(),
          person(extend.by()));
    } else if (act instanceof SampleAct.Reassign reassign) {
      actions.reassign(reassign.ref(), reassign.to(), reassign.reason(), person(reassign.by()));
    } else if (act instanceof SampleAct.Prioritise prioritise) {
      actions.prioritise(
          prioritise.ref(), prioritise.priority(), prioritise.reason(), person(prioritise.by()));
    } else if (act instanceof SampleAct.Ask ask) {
      questions.ask(ask.ref(), ask.to(), ask.text(), person(ask.by()));
      delivery.deliver();
    } else if (act instanceof SampleAct.Answer answer) {
      answer(answer);
      delivery.deliver();
    } else if (act instanceof SampleAct.Remind remind) {
      reminders.remind(remind.ref(), remind.reason(), person(remind.by()));
      delivery.deliver();
    } else if (act instanceof SampleAct.Bounce bounce) {
      bounces.failed(lastEmailTo(bounce.to()), bounce.status(), bounce.diagnostic());
    } else if (act instanceof SampleAct.Close close) {
      closing.close(
          close.meeting(),
          days.of(close.heldOn()),
          new MeetingClosing.NextMeeting(close.next(), close.name(), null, close.place()),
          person(close.by()));
    } else if (act instanceof SampleAct.Move moved) {
      int version = meetings.get(moved.meeting().value(), person(moved.by())).version();
      move.move(
          moved.meeting(), days.working(moved.to()), version, moved.reason(), person(moved.by()));
    }
  }

  private void complete(SampleAct.Complete act) {
    Person person = staffOf(act.ministry());
    ActionItem item = open(act);
    if (item.step() == Step.APPROVAL_CHOICE
        && !item.step().form().fields().containsAll(act.fields().keySet())) {
      items.complete(item.id(), Map.of("approvalNeeded", "NO"), person);
      item = open(act);
    }
    SampleAct.TextFile file = act.file();
    if (file != null) {
      evidence.add(item.id(), file.name(), file.text().getBytes(StandardCharsets.UTF_8), person);
    }
    items.complete(item.id(), act.fields(), person);
  }

  private ActionItem open(SampleAct.Complete act) {
    return items.of(act.ref()).stream()
        .map(ActionItemView::item)
        .filter(item -> item.status() == ActionItem.Status.OPEN)
        .filter(item -> item.ministry().equals(act.ministry()))
        .filter(item -> item.step() == Step.APPROVAL_CHOICE || hasFields(item, act))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("No open item of " + act.ministry() + ": " + act));
  }

  private static boolean hasFields(ActionItem item, SampleAct.Complete act) {
    return item.step().form().fields().containsAll(act.fields().keySet());
  }

  private void answer(SampleAct.Answer act) {
    Person person = person(act.by());
    Question question =
        questions.of(act.ref(), person).stream()
            .filter(asked -> asked.answered().isEmpty())
            .filter(
                asked ->
                    person
                        .workplace()
                        .filter(own -> own.party().equals(asked.to().party()))
                        .isPresent())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("No question for " + act));
    questions.answer(question.id(), act.text(), person);
  }

  private Email lastEmailTo(PersonId person) {
    EmailFilter filter =
        new EmailFilter(null, null, Set.of(person), null, null, null, null, null, false);
    return mailQueue.page(filter, new Page.Request(0, 1)).items().get(0);
  }

  private Person person(PersonId id) {
    return directory
        .person(id)
        .orElseThrow(() -> new IllegalStateException("No person " + id + " in the sample"));
  }

  private Person staffOf(MinistryCode ministry) {
    List<Person> staff = directory.staff().getOrDefault(ministry, List.of());
    return staff.stream()
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No staff in " + ministry));
  }
}
