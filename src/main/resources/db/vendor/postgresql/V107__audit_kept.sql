-- A line of the audit log stays as it was written.
create function audit_entry_kept() returns trigger language plpgsql as $$
begin
  raise exception 'The audit log is kept as it was written' using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_entry_kept before update or delete or truncate on audit_entry
  for each statement execute function audit_entry_kept();
