package eu.jalon.simulation;

import eu.jalon.directory.Person;
import eu.jalon.mail.bounce.UndeliverableAddresses;
import eu.jalon.shared.EmailAddress;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** Mailboxes that are lost for some weeks, until somebody says that they work again. */
final class FailingMailboxes {

  private final RecordingRelay relay;
  private final UndeliverableAddresses refusals;
  private final SimulatedPeople people;
  private final SeededRandom dice;
  private final SimulationFigures figures;
  private final Map<String, LocalDate> backOn = new TreeMap<>();

  FailingMailboxes(
      RecordingRelay relay,
      UndeliverableAddresses refusals,
      SimulatedPeople people,
      SeededRandom dice,
      SimulationFigures figures) {
    this.relay = relay;
    this.refusals = refusals;
    this.people = people;
    this.dice = dice;
    this.figures = figures;
  }

  void fail(LocalDate today) {
    backOn.entrySet().removeIf(lost -> isBack(new EmailAddress(lost.getKey()), lost, today));
    Person person = dice.pick(people.accounts());
    EmailAddress address = person.email();
    if (address != null && dice.falls(1 / 90.0) && !relay.isGone(address)) {
      backOn.put(address.value(), today.plusDays(dice.between(10, 40)));
      relay.lose(
          address, mail -> refusals.refused(address, "5.1.1", "550 5.1.1 User unknown", mail.id()));
      figures.count("answers", SimulatedAction.LOST_THE_MAILBOX);
    }
  }

  private boolean isBack(EmailAddress address, Map.Entry<String, LocalDate> lost, LocalDate today) {
    if (today.isBefore(lost.getValue())) {
      return false;
    }
    relay.restore(address);
    refusals.remove(address);
    figures.count("answers", SimulatedAction.GOT_THE_MAILBOX_BACK);
    return true;
  }
}
