create table ministry (
  code         varchar(12)  primary key,
  country      varchar(2)   not null,
  coordination boolean      not null,
  name_fr      varchar(200) not null,
  name_nl      varchar(200),
  name_en      varchar(200)
);

create table person (
  id            varchar(63)  primary key,
  name_fr       varchar(200) not null,
  name_nl       varchar(200),
  name_en       varchar(200),
  email         varchar(254),
  language      varchar(2)   not null,
  role          varchar(20)  not null,
  ministry      varchar(12)  references ministry (code),
  password_hash varchar(200),
  version       integer      not null default 0
);
create index person_ministry on person (ministry);
