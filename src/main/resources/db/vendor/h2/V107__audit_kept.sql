-- A line of the audit log stays as it was written (H2 knows no trigger on truncate).
create trigger audit_entry_kept before update, delete on audit_entry
  call 'eu.jalon.audit.AppendOnlyTrigger';
