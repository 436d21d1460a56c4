package eu.jalon.commitment.follow;

import eu.jalon.shared.EmailAddress;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.PersonalRecords;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The commitments that a person follows, which no one else takes over. */
@Component
class FollowRecords implements PersonalRecords {

  private final JdbcFollowers followers;

  FollowRecords(JdbcFollowers followers) {
    this.followers = followers;
  }

  @Override
  public String kind() {
    return "followed";
  }

  @Override
  public int count(PersonId person) {
    return 0;
  }

  @Override
  public void handOver(PersonId from, PersonId to) {
    // A colleague chooses what to follow.
  }

  @Override
  public void release(PersonId person) {
    followers.deleteAll(person);
  }

  @Override
  public void erase(PersonId person, Optional<EmailAddress> address) {
    followers.deleteAll(person);
  }
}
