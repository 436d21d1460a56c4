-- One email to one person. The text is composed when it is sent, so that it is true then.
create table email (
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
  constraint email_planned unique (person_id, on_date, kind)
);
create index email_due on email (status, next_attempt_at);
create index email_day on email (on_date);
create index email_queued on email (queued_at);

create table email_commitment (
  email_id uuid        not null references email (id),
  ref       varchar(20) not null,
  primary key (email_id, ref)
);
create index email_commitment_ref on email_commitment (ref);
