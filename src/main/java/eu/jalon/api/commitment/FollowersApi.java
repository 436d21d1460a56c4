package eu.jalon.api.commitment;

import eu.jalon.commitment.follow.Followers;
import eu.jalon.directory.Person;
import eu.jalon.shared.CommitmentRef;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Following a commitment: the caller's digests tell of its changes. */
@RestController
@RequestMapping("/api/commitments/{ref}/follow")
class FollowersApi {

  private final Followers followers;

  FollowersApi(Followers followers) {
    this.followers = followers;
  }

  /** Follows a commitment from now on, in the caller's name. */
  @PutMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void follow(@PathVariable CommitmentRef ref, Person by) {
    followers.follow(ref, by);
  }

  /** Ends it. */
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void stop(@PathVariable CommitmentRef ref, Person by) {
    followers.stop(ref, by);
  }
}
