-- One letter to one person. The text is composed when it is sent, so that it is true then.
create table letter (
  id              uuid         primary key,
  person_id       varchar(63)  not null,
  to_address      varchar(254) not null,
  on_date         date         not null,
  kind            varchar(20)  not null,
  language        varchar(2)   not null,
  status          varchar(10)  not null,
  subject         varchar(300) not null,
  message_id      varchar(200) not null,
  attempts        integer      not null default 0,
  queued_at       timestamp with time zone not null,
  next_attempt_at timestamp with time zone not null,
  lease_owner     varchar(100),
  lease_until     timestamp with time zone,
  closed_at       timestamp with time zone,
  reply           varchar(1000),
  message         text,
  constraint letter_planned unique (person_id, on_date, kind)
);
create index letter_due on letter (status, next_attempt_at);
create index letter_day on letter (on_date);
create index letter_queued on letter (queued_at);

create table letter_ref (
  letter_id uuid        not null references letter (id),
  ref       varchar(20) not null,
  primary key (letter_id, ref)
);
create index letter_ref_ref on letter_ref (ref);
