package eu.jalon.security.trail;

import eu.jalon.audit.AuditKind;
import eu.jalon.audit.AuditLog;
import eu.jalon.directory.DirectoryChange;
import eu.jalon.security.RemoteAddress;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Writes new and changed entries of the directory to the audit log, once they are stored. */
@Component
class DirectoryAuditListener {

  private final AuditLog audit;

  DirectoryAuditListener(AuditLog audit) {
    this.audit = audit;
  }

  @TransactionalEventListener
  void changed(DirectoryChange change) {
    String address =
        Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
            .map(RemoteAddress::of)
            .orElse("");
    audit.record(
        AuditKind.DIRECTORY,
        change.by().value(),
        address,
        change.what(),
        change.added() ? null : String.join(", ", change.fields()),
        change.added() ? "added" : "changed");
  }
}
