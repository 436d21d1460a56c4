-- A field that a document does not state stays empty; each field tells where it comes from.
alter table draft_item alter column title_fr drop not null;
alter table draft_item alter column track drop not null;
alter table draft_item alter column lead_be drop not null;
alter table draft_item alter column lead_fr drop not null;
alter table draft_item alter column accountable drop not null;
alter table draft_item alter column deadline_rule drop not null;
alter table draft_item add column title_en varchar(300);
alter table draft_item add column list integer default 0 not null;
alter table draft_item add column flags varchar(100) default '' not null;
alter table draft_item add column source_start integer default 0 not null;
alter table draft_item add column source_end integer default 0 not null;
alter table draft_item add column track_origin varchar(10);
alter table draft_item add column accountable_origin varchar(10);
alter table draft_item add column lead_be_origin varchar(10);
alter table draft_item add column lead_be_start integer default 0 not null;
alter table draft_item add column lead_be_end integer default 0 not null;
alter table draft_item add column lead_fr_origin varchar(10);
alter table draft_item add column lead_fr_start integer default 0 not null;
alter table draft_item add column lead_fr_end integer default 0 not null;
alter table draft_item add column deadline_origin varchar(10);
alter table draft_item add column deadline_start integer default 0 not null;
alter table draft_item add column deadline_end integer default 0 not null;

alter table draft_theme add column source_start integer default 0 not null;
alter table draft_theme add column source_end integer default 0 not null;

-- The lists that steps were found in; a coordinator says which of them count.
create table draft_list (
  declaration_id uuid         not null references declaration (id),
  number         integer      not null,
  heading        varchar(400) not null,
  certainty      varchar(10)  not null,
  counts         boolean      default true not null,
  source_start   integer      not null,
  source_end     integer      not null,
  primary key (declaration_id, number)
);

alter table declaration add column language varchar(2) default 'FR' not null;
alter table declaration add column document_date date;
