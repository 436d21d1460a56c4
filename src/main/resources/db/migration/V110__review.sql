-- A step that is no commitment stays with its words, so that leaving it out can be taken back.
alter table draft_item add column left_out boolean default false not null;

-- The last launch of each declaration, for its page to follow from whichever node.
create table declaration_launch (
  declaration_id uuid        primary key references declaration (id),
  attempt        uuid        not null unique,
  started_by     varchar(63) not null,
  lease_until    timestamp with time zone not null,
  state          varchar(10) not null,
  done           integer     not null,
  total          integer     not null,
  reason         varchar(60),
  arguments      varchar(2000)
);
