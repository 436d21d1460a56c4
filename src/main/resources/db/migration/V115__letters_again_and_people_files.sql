-- A letter that was sent again is a letter of its own, linked to the first. Its kind names that one,
-- so that the key (person, day, kind) lets the same letter be sent again once a day and no more.
alter table letter alter column kind set data type varchar(60);
alter table letter add column again_of uuid;
alter table letter add column again_by varchar(63);
alter table letter add column again_why varchar(2000);
create index letter_again on letter (again_of);

-- A file of people that somebody looks at before he enters it; kept until then, one for each.
create table people_file (
  id         uuid         primary key,
  by_person  varchar(63)  not null unique references person (id),
  at         timestamp with time zone not null,
  name       varchar(200) not null,
  content    text         not null
);
