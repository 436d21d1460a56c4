package eu.jalon.pages.access;

import eu.jalon.audit.AuditKind;
import eu.jalon.audit.AuditLog;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.pages.frame.ValidationMessages;
import eu.jalon.pages.frame.Workspace;
import eu.jalon.security.passkey.Passkeys;
import eu.jalon.shared.ValidationError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The passkeys of the signed-in user, and the end of all sessions. */
@Workspace
class AccessController {

  private final Directory directory;
  private final AuditLog audit;
  private final Passkeys passkeys;
  private final ValidationMessages messages;

  AccessController(
      Directory directory, AuditLog audit, Passkeys passkeys, ValidationMessages messages) {
    this.directory = directory;
    this.audit = audit;
    this.passkeys = passkeys;
    this.messages = messages;
  }

  @GetMapping("/access")
  String access(Person person, Model model) {
    if (passkeys.isOffered()) {
      model.addAttribute("passkeys", passkeys.of(person));
      model.addAttribute("mayAdd", passkeys.mayAdd(person));
      model.addAttribute("longest", Passkeys.MAX_NAME);
      // The form belongs to its script, and nothing on the page changes by the acts of others.
      model.asMap().remove("liveMark");
    }
    return "access/sessions";
  }

  @PostMapping("/access/passkeys")
  String addPasskey(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String credential,
      Person person,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes flash) {
    return answer(
        "added",
        () -> passkeys.add(name, credential, person, request, response),
        person,
        request,
        flash);
  }

  @PostMapping("/access/passkeys/remove")
  String removePasskey(
      @RequestParam(defaultValue = "") String passkey,
      Person person,
      HttpServletRequest request,
      RedirectAttributes flash) {
    return answer("removed", () -> passkeys.remove(passkey, person), person, request, flash);
  }

  private String answer(
      String done,
      Runnable act,
      Person person,
      HttpServletRequest request,
      RedirectAttributes flash) {
    try {
      act.run();
      audit.record(
          AuditKind.DIRECTORY,
          person.id().value(),
          request.getRemoteAddr(),
          "person=" + person.id(),
          "passkey " + done);
      flash.addFlashAttribute("answer", done);
    } catch (ValidationError error) {
      flash.addFlashAttribute("refused", messages.sentence(error));
    }
    return "redirect:/access";
  }

  @PostMapping("/access/sign-out-everywhere")
  String signOutEverywhere(Person person, HttpServletRequest request) {
    directory.endSessions(person.id());
    audit.record(
        AuditKind.SIGN_OUT_EVERYWHERE,
        person.id().value(),
        request.getRemoteAddr(),
        "all sessions",
        "done");
    return "redirect:/login?everywhere";
  }
}
