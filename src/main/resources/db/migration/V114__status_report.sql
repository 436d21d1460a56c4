-- What coordinators made of the draft of a theme's evaluation, for the next declaration.
create table evaluation_paragraph (
  origin_id varchar(12)   not null,
  theme     integer       not null,
  language  varchar(2)    not null,
  text      varchar(6000) not null,
  kept_at   timestamp with time zone not null,
  kept_by   varchar(63)   not null,
  version   integer       not null,
  primary key (origin_id, theme, language),
  foreign key (origin_id, theme) references theme (origin_id, number)
);

-- The status report asks what was reported since a date.
create index progress_report_since on progress_report (reported_at);
