package eu.jalon.pages.commitments;

import eu.jalon.commitment.follow.Followers;
import eu.jalon.directory.Person;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.shared.CommitmentRef;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Following a commitment, on its page and in the list of the settings. */
@Workspace
class FollowersController {

  private final Followers followers;

  FollowersController(Followers followers) {
    this.followers = followers;
  }

  @PostMapping("/commitments/{ref}/follow")
  String follow(@PathVariable String ref, Person person, RedirectAttributes flash) {
    followers.follow(new CommitmentRef(ref), person);
    flash.addFlashAttribute("followed", true);
    return "redirect:/commitments/" + ref;
  }

  /**
   * Ends it.
   *
   * @param list whether the list of the settings asked for it
   */
  @PostMapping("/commitments/{ref}/unfollow")
  String stop(
      @PathVariable String ref,
      @RequestParam(defaultValue = "false") boolean list,
      Person person,
      RedirectAttributes flash) {
    followers.stop(new CommitmentRef(ref), person);
    flash.addFlashAttribute("unfollowed", ref);
    return list ? "redirect:/emails/settings#followed" : "redirect:/commitments/" + ref;
  }
}
