-- What PostgreSQL does in its own way. Compare db/vendor/h2/V2__vendor.sql.

-- ========================================================================================== intake

-- Not compressed: documents and pictures are already.
-- The file that a declaration was read from, its format and what was uncertain when it was read.
create table declaration_file (
  declaration_id uuid
    constraint declaration_file_pk primary key
    constraint declaration_file_declaration_id_fk references declaration (id) on delete cascade,
  format         varchar(10)  not null,
  -- Keys of messages, separated by commas.
  warnings       varchar(200) not null,
  content        bytea not null
);
alter table declaration_file alter column content set storage external;

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
-- 100,000 rows took a fifth of the round. So is change_notice.change_id, for the same reason: a change
-- is told to many people, and each check locks its row again.

-- ======================================================================================== security

-- The tables that Spring Session 3.5 expects.
create table spring_session (
  primary_id            char(36) not null constraint spring_session_pk primary key,
  session_id            char(36) not null constraint spring_session_session_id_key unique,
  creation_time         bigint   not null,
  last_access_time      bigint   not null,
  max_inactive_interval integer  not null,
  expiry_time           bigint   not null,
  principal_name        varchar(100)
);
create index spring_session_expiry_time_idx on spring_session (expiry_time);

create table spring_session_attributes (
  session_primary_id char(36)
    constraint spring_session_attributes_session_fk references spring_session (primary_id) on delete cascade,
  attribute_name     varchar(200),
  attribute_bytes    bytea not null,
  constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name)
);

-- The tables that Spring Security 6.5 expects for passkeys (Web Authentication, W3C). An account has an
-- entry as soon as a passkey of it was begun to be made.
create table user_entities (
  -- A random number, base64url, which the passkey holds.
  id           varchar(100) not null constraint user_entities_pk primary key,
  name         varchar(63)  not null
    constraint user_entities_name_key unique
    constraint user_entities_name_fk references person (id),
  display_name varchar(200)
);

create table user_credentials (
  -- Made by the authenticator: at most 1023 bytes, base64url.
  credential_id                varchar(1400) not null constraint user_credentials_pk primary key,
  user_entity_user_id          varchar(100)  not null
    constraint user_credentials_user_entity_user_id_fk references user_entities (id),
  public_key                   bytea not null,
  signature_count              bigint,
  uv_initialized               boolean,
  backup_eligible              boolean not null,
  authenticator_transports     varchar(1000),
  public_key_credential_type   varchar(100),
  backup_state                 boolean not null,
  attestation_object           bytea,
  attestation_client_data_json bytea,
  created                      timestamp with time zone,
  last_used                    timestamp with time zone,
  -- The name that the user gave.
  label                        varchar(60) not null
);
create index user_credentials_user_entity_user_id_idx on user_credentials (user_entity_user_id);

-- ======================================================================================= operation

-- What is told about passkeys in the export of a person.
create view operation_passkey as
select e.name as person_id, c.label, c.created, c.last_used, c.authenticator_transports
from user_credentials c join user_entities e on e.id = c.user_entity_user_id;

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
