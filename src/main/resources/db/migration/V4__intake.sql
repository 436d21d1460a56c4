create table draft_theme (
  declaration_id uuid         not null references declaration (id),
  number         integer      not null,
  title          varchar(400) not null,
  evaluation     text         not null,
  primary key (declaration_id, number)
);

create table draft_item (
  declaration_id uuid          not null references declaration (id),
  n              integer       not null,
  theme          integer       not null,
  position       integer       not null,
  source_text    varchar(8000) not null,
  title_fr       varchar(300)  not null,
  title_nl       varchar(300),
  track          varchar(30)   not null,
  lead_be        varchar(12)   not null,
  lead_fr        varchar(12)   not null,
  accountable    varchar(2)    not null,
  associated     varchar(300)  not null,
  deadline_rule  varchar(20)   not null,
  version        integer       not null default 0,
  primary key (declaration_id, n)
);
