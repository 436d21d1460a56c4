-- Documents and pictures are compressed already.
create table evidence_content (
  id      uuid  primary key references evidence (id) on delete cascade,
  content bytea not null
);
alter table evidence_content alter column content set storage external;
