create table evidence_content (
  id      uuid primary key references evidence (id) on delete cascade,
  content blob not null
);
