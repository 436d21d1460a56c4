package eu.jalon.commitment.follow;

import eu.jalon.commitment.Commitment;
import eu.jalon.commitment.Commitments;
import eu.jalon.commitment.JdbcCommitments;
import eu.jalon.directory.Person;
import eu.jalon.directory.Viewers;
import eu.jalon.shared.CommitmentRef;
import eu.jalon.shared.ValidationError;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets people follow commitments that they may see: their digests tell them of its changes, as long
 * as they may see it.
 */
@Service
@Transactional
public class Followers {

  private final JdbcFollowers followers;
  private final JdbcCommitments register;
  private final Commitments commitments;
  private final Viewers viewers;
  private final Clock clock;

  Followers(
      JdbcFollowers followers,
      JdbcCommitments register,
      Commitments commitments,
      Viewers viewers,
      Clock clock) {
    this.followers = followers;
    this.register = register;
    this.commitments = commitments;
    this.viewers = viewers;
    this.clock = clock;
  }

  /**
   * Lets a person follow a commitment from now on; changes nothing if they do.
   *
   * @throws ValidationError {@code commitment.unknown} if the person may not see it
   */
  public void follow(CommitmentRef ref, Person person) {
    commitments.get(ref, person);
    register.lock(ref);
    if (!followers.exists(ref, person.id())) {
      followers.insert(ref, person.id(), clock.instant());
    }
  }

  /**
   * Ends it, also for people who may not see the commitment any more.
   *
   * @throws ValidationError {@code commitment.unknown} if the person neither follows nor sees it
   */
  public void stop(CommitmentRef ref, Person person) {
    if (followers.delete(ref, person.id()) == 0) {
      commitments.get(ref, person);
    }
  }

  /** Returns whether a person follows a commitment. */
  @Transactional(readOnly = true)
  public boolean isFollowing(CommitmentRef ref, Person person) {
    return followers.exists(ref, person.id());
  }

  /** Returns the commitments that a person follows and may see, under their last references. */
  @Transactional(readOnly = true)
  public List<Commitment> followed(Person person) {
    return register.followedBy(person.id(), viewers.of(person));
  }
}
