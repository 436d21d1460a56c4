package eu.jalon.directory.password;

import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.PersonalRecords;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The password links of a person, which no one else takes over. */
@Component
class PasswordLinkRecords implements PersonalRecords {

  private final JdbcPasswordLinks links;
  private final Clock clock;

  PasswordLinkRecords(JdbcPasswordLinks links, Clock clock) {
    this.links = links;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "links";
  }

  @Override
  public int count(PersonId person) {
    return 0;
  }

  @Override
  public void handOver(PersonId from, PersonId to) {
    // A link belongs to one account.
  }

  @Override
  public void release(PersonId person) {
    links.useAll(person, clock.instant());
  }

  @Override
  public void erase(PersonId person, Optional<EmailAddress> address) {
    links.delete(person);
  }
}
