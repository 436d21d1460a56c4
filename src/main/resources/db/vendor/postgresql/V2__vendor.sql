-- What PostgreSQL does in its own way. Compare db/vendor/h2/V2__vendor.sql.

-- ====================================================================================== commitment

-- The index finds words by their beginning. Long texts are stored outside the row, so that hits are
-- counted without reading them.
alter table commitment_search add column lexemes tsvector generated always as
  (array_to_tsvector(array_remove(string_to_array(words, ' '), ''))) stored;
alter table commitment_search set (toast_tuple_target = 128);
create index commitment_search_lexemes_idx on commitment_search using gin (lexemes);

-- ====================================================================================== actionitem

-- Not compressed: documents and pictures are already.
create table evidence_content (
  id      uuid
    constraint evidence_content_pk primary key
    constraint evidence_content_id_fk references evidence (id) on delete cascade,
  content bytea not null
);
alter table evidence_content alter column content set storage external;

-- ============================================================================================ mail

-- Not compressed: a message of some twenty kilobytes is written once and hardly ever read, and
-- compressing it costs more time than all else that is written about the e-mail.
alter table email alter column message set storage external;

-- reminder.email_id and email_commitment.email_id are foreign keys on H2 only. A round writes e-mails
-- and their rows in one transaction, and reminders are deleted before their e-mails; checking each of
-- 100,000 rows took a fifth of the round.

-- =========================================================================================== audit

-- Announces, until the transaction ends, that entries from before an instant are deleted; '' for none.
create function audit_retention(before text) returns text language sql as $$
  select set_config('jalon.audit_retention', before, true)
$$;

create function audit_entry_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.at < nullif(current_setting('jalon.audit_retention', true), '')::timestamptz then
    return old;
  end if;
  raise exception 'The audit log is kept as it was written' using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_entry_append_only before delete on audit_entry
  for each row execute function audit_entry_append_only();
create trigger audit_entry_no_change before update or truncate on audit_entry
  for each statement execute function audit_entry_append_only();
