package eu.jalon.pages.access;

import eu.jalon.audit.AuditKind;
import eu.jalon.audit.AuditLog;
import eu.jalon.directory.Person;
import eu.jalon.directory.password.NewPassword;
import eu.jalon.directory.password.PasswordLinks;
import eu.jalon.security.login.PasswordMailThrottle;
import eu.jalon.shared.PersonId;
import eu.jalon.shared.ValidationError;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Sets a password by a link from an e-mail, and sends such a link to a person who has forgotten the
 * password. Opening the link changes nothing, because mail scanners open links, too.
 */
@Controller
class PasswordController {

  private static final Logger LOG = LoggerFactory.getLogger(PasswordController.class);

  private static final String FORGOTTEN = "redirect:/password/forgotten";

  /** Reasons why a password is rejected, by the key of the validation error. */
  private static final Map<String, String> REASONS =
      Map.of(
          "password.short", "short",
          "password.long", "long",
          "password.account", "account");

  private static final String DIFFERS = "differs";

  private final PasswordLinks links;
  private final PasswordMailThrottle throttle;
  private final AuditLog audit;
  private final AsyncTaskExecutor executor;

  PasswordController(
      PasswordLinks links,
      PasswordMailThrottle throttle,
      AuditLog audit,
      @Qualifier("applicationTaskExecutor") AsyncTaskExecutor executor) {
    this.links = links;
    this.throttle = throttle;
    this.audit = audit;
    this.executor = executor;
  }

  @GetMapping("/password/forgotten")
  String forgotten() {
    return "access/forgotten";
  }

  /**
   * Answers before the account is looked up, so that neither the answer nor its time tells whether
   * it exists.
   */
  @PostMapping("/password/forgotten")
  String send(
      @RequestParam(defaultValue = "") String account,
      @RequestParam(defaultValue = "") String lang,
      HttpServletRequest request,
      RedirectAttributes target) {
    String address = request.getRemoteAddr();
    if (!lang.isEmpty()) {
      target.addAttribute("lang", lang);
    }
    if (!throttle.permits(address)) {
      target.addAttribute("throttled", "");
      return FORGOTTEN;
    }
    executor.execute(() -> send(account, address));
    target.addAttribute("sent", "");
    return FORGOTTEN;
  }

  private void send(String account, String address) {
    try {
      List<PersonId> people = links.forgotten(account);
      people.forEach(
          person ->
              audit.record(
                  AuditKind.DIRECTORY,
                  person.value(),
                  address,
                  "person=" + person,
                  "password link sent"));
    } catch (RuntimeException failure) {
      LOG.error("A link for a forgotten password cannot be sent", failure);
    }
  }

  @GetMapping("/password")
  String password(
      @RequestParam(defaultValue = "") String token,
      @RequestParam(defaultValue = "") String refused,
      Model model) {
    model.addAttribute("token", token);
    model.addAttribute("person", links.person(token).orElse(null));
    model.addAttribute("shortest", NewPassword.MIN_LENGTH);
    model.addAttribute("longest", NewPassword.MAX_LENGTH);
    model.addAttribute("refused", isReason(refused) ? refused : null);
    return "access/password";
  }

  private static boolean isReason(String refused) {
    return refused.equals(DIFFERS) || REASONS.containsValue(refused);
  }

  @PostMapping("/password")
  String set(
      @RequestParam(defaultValue = "") String token,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String again,
      @RequestParam(defaultValue = "") String lang,
      HttpServletRequest request,
      RedirectAttributes target) {
    if (!lang.isEmpty()) {
      target.addAttribute("lang", lang);
    }
    if (!password.equals(again)) {
      return again(token, DIFFERS, target);
    }
    try {
      Person person = links.setPassword(token, password);
      audit.record(
          AuditKind.DIRECTORY,
          person.id().value(),
          request.getRemoteAddr(),
          "person=" + person.id(),
          "password set by link");
      target.addAttribute("password", "");
      return "redirect:/login";
    } catch (ValidationError error) {
      return again(token, REASONS.getOrDefault(error.key(), ""), target);
    }
  }

  private static String again(String token, String reason, RedirectAttributes target) {
    target.addAttribute("token", token);
    target.addAttribute("refused", reason);
    return "redirect:/password";
  }
}
