-- What H2 does in its own way. Compare db/vendor/postgresql/V2__vendor.sql.

-- ========================================================================================== intake

-- The file that a declaration was read from, its format and what was uncertain when it was read.
create table declaration_file (
  declaration_id uuid
    constraint declaration_file_pk primary key
    constraint declaration_file_declaration_id_fk references declaration (id) on delete cascade,
  format         varchar(10)  not null,
  -- Keys of messages, separated by commas.
  warnings       varchar(200) not null,
  content        blob not null
);

-- ====================================================================================== actionitem

create table evidence_content (
  id      uuid
    constraint evidence_content_pk primary key
    constraint evidence_content_id_fk references evidence (id) on delete cascade,
  content blob not null
);

-- ============================================================================================ mail

alter table email_commitment
  add constraint email_commitment_email_id_fk foreign key (email_id) references email (id);

-- ======================================================================================== reminder

alter table reminder add constraint reminder_email_id_fk foreign key (email_id) references email (id);
alter table change_notice
  add constraint change_notice_change_id_fk foreign key (change_id) references commitment_change (id)
  on delete cascade;

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
  attribute_bytes    longvarbinary not null,
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
  public_key                   longvarbinary not null,
  signature_count              bigint,
  uv_initialized               boolean,
  backup_eligible              boolean not null,
  authenticator_transports     varchar(1000),
  public_key_credential_type   varchar(100),
  backup_state                 boolean not null,
  attestation_object           longvarbinary,
  attestation_client_data_json longvarbinary,
  created                      timestamp with time zone,
  last_used                    timestamp with time zone,
  -- The name that the user gave.
  label                        varchar(120) not null
);
create index user_credentials_user_entity_user_id_idx on user_credentials (user_entity_user_id);

-- ======================================================================================= operation

-- What is told about passkeys in the export of a person.
create view operation_passkey as
select e.name as person_id, c.label, c.created, c.last_used, c.authenticator_transports
from user_credentials c join user_entities e on e.id = c.user_entity_user_id;

-- =========================================================================================== audit

-- H2 has no trigger on truncate.
create alias audit_retention for 'eu.jalon.audit.AppendOnlyTrigger.allow';
create trigger audit_entry_append_only before update, delete on audit_entry for each row
  call 'eu.jalon.audit.AppendOnlyTrigger';

-- ============================================================================== lengths of columns

-- H2 counts a varchar in UTF-16 code units; PostgreSQL and the text policy count code points, of at most
-- two units each. Columns for typed texts therefore get twice the length that the policy allows.
alter table meeting alter column place set data type varchar(200);
alter table progress_report alter column text set data type varchar(8000);
alter table commitment_change alter column old_value set data type varchar(4000);
alter table commitment_change alter column new_value set data type varchar(4000);
alter table commitment_change alter column reason set data type varchar(4000);
alter table commitment_request alter column reason set data type varchar(4000);
alter table commitment_request alter column decision_reason set data type varchar(4000);
alter table proposal alter column reason set data type varchar(4000);
alter table proposal alter column close_reason set data type varchar(4000);
alter table closing_decision alter column reason set data type varchar(4000);
alter table question alter column text set data type varchar(4000);
alter table question alter column answer set data type varchar(4000);
alter table form_autosave alter column content set data type varchar(8000);
alter table email alter column resend_reason set data type varchar(4000);
alter table manual_reminder alter column reason set data type varchar(1000);
alter table evaluation_paragraph alter column text set data type varchar(12000);
alter table saved_view alter column name set data type varchar(120);
