package eu.jalon.actionitem.record;

import eu.jalon.actionitem.JdbcActionItems;
import eu.jalon.commitment.process.CommitmentProcesses;
import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.PersonalRecords;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The open tasks that a person claimed; they stay with the ministry. */
@Component
class ClaimedTasks implements PersonalRecords {

  private final JdbcActionItems items;
  private final CommitmentProcesses processes;

  ClaimedTasks(JdbcActionItems items, CommitmentProcesses processes) {
    this.items = items;
    this.processes = processes;
  }

  @Override
  public String kind() {
    return "tasks";
  }

  @Override
  public int count(PersonId person) {
    return items.countClaimed(person);
  }

  @Override
  public void handOver(PersonId from, PersonId to) {
    processes.transfer(from, to);
  }

  @Override
  public void release(PersonId person) {
    processes.transfer(person, null);
  }

  @Override
  public void erase(PersonId person, Optional<EmailAddress> address) {
    // The account name in records is replaced with all others.
  }
}
