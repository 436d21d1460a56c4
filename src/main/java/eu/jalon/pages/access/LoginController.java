package eu.jalon.pages.access;

import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.directory.Role;
import eu.jalon.security.oidc.OidcIssuers;
import eu.jalon.security.passkey.Passkeys;
import eu.jalon.shared.paging.Page;
import java.security.Principal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The login page; the demo lists its accounts on it. */
@Controller
class LoginController {

  private static final int SHOWN_ACCOUNTS = 50;

  /** Reasons for a failed sign-in at an OpenID Connect issuer. */
  private static final Set<String> REASONS =
      Set.of("unknown", "unverified", "mismatch", "country", "unavailable", "failed");

  private final Directory directory;
  private final OidcIssuers issuers;
  private final Passkeys passkeys;
  private final String demoPassword;

  LoginController(
      Directory directory,
      OidcIssuers issuers,
      Passkeys passkeys,
      @Value("${jalon.demo.password:}") String demoPassword) {
    this.directory = directory;
    this.issuers = issuers;
    this.passkeys = passkeys;
    this.demoPassword = demoPassword;
  }

  @GetMapping("/login")
  String login(
      @RequestParam(defaultValue = "") String oidc, @Nullable Principal principal, Model model) {
    if (principal != null) {
      return "redirect:/";
    }
    boolean demo = !demoPassword.isEmpty();
    model.addAttribute("accounts", demo ? accounts() : List.of());
    model.addAttribute("issuers", issuers.offers());
    model.addAttribute("passkeys", passkeys.isOffered());
    model.addAttribute("oidc", REASONS.contains(oidc) ? oidc : null);
    model.addAttribute("demoPassword", demo ? demoPassword : null);
    return "access/login";
  }

  /** The demo accounts, coordinators first. */
  private List<Person> accounts() {
    return directory.people(new Page.Request(0, SHOWN_ACCOUNTS)).items().stream()
        .sorted(Comparator.comparing((Person person) -> !person.is(Role.COORDINATOR)))
        .toList();
  }
}
