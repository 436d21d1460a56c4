package eu.jalon.security.trail;

import eu.jalon.audit.AuditKind;
import eu.jalon.audit.AuditLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/** Writes sign-outs to the audit log. */
public class SignOutAuditHandler implements LogoutHandler {

  private final AuditLog audit;

  public SignOutAuditHandler(AuditLog audit) {
    this.audit = audit;
  }

  @Override
  public void logout(
      HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
    if (who != null) {
      audit.record(
          AuditKind.SIGN_OUT, who.getName(), request.getRemoteAddr(), "one session", "done");
    }
  }
}
