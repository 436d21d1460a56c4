-- Counts how often somebody's sessions were ended; a session made under a lower number is over, on
-- every node and whatever their clocks say.
alter table person add column session_epoch integer not null default 0;

-- Who signed in, was refused or did something. Rows are added and never changed.
create table audit_entry (
  id      bigint generated always as identity primary key,
  at      timestamp with time zone not null,
  person  varchar(63),
  address varchar(45)  not null,
  kind    varchar(30)  not null,
  what    varchar(200) not null,
  about   varchar(200),
  outcome varchar(60)  not null
);
create index audit_entry_at on audit_entry (at, id);
