package eu.jalon.pages.access;

import eu.jalon.audit.AuditKind;
import eu.jalon.audit.AuditLog;
import eu.jalon.directory.Directory;
import eu.jalon.directory.Person;
import eu.jalon.pages.frame.Workspace;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Ends all sessions of the signed-in user. */
@Workspace
class AccessController {

  private final Directory directory;
  private final AuditLog audit;

  AccessController(Directory directory, AuditLog audit) {
    this.directory = directory;
    this.audit = audit;
  }

  @GetMapping("/access")
  String access() {
    return "access/sessions";
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
