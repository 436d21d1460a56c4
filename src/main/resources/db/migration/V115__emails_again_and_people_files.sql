-- An email that was sent again is an email of its own, linked to the first. Its kind names that one,
-- so that the key (person, day, kind) lets the same email be sent again once a day and no more.
alter table email alter column kind set data type varchar(60);
alter table email add column again_of uuid;
alter table email add column again_by varchar(63);
alter table email add column again_why varchar(2000);
create index email_again on email (again_of);

-- A file of people that somebody looks at before he enters it; kept until then, one for each.
create table people_file (
  id         uuid         primary key,
  by_person  varchar(63)  not null unique references person (id),
  at         timestamp with time zone not null,
  name       varchar(200) not null,
  content    text         not null
);
