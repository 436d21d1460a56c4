-- The schema, by module, in the order in which modules may use each other. Differences between H2 and
-- PostgreSQL, and the tables of Quartz, are in db/vendor.
--
-- A table or view belongs to the module whose heading it stands under; SQL in Java names only those of
-- its own module. A view is the projection of other modules' data that its module reads. Views join with
-- left joins, so that PostgreSQL leaves out a join whose columns a statement does not name.
--
-- Names: <table>_pk, <table>_<columns>_fk, _key (unique), _idx. A name (of a ministry, person, series or
-- meeting), title or summary is a JSON object with a text for each language, the first of which stands
-- in for those that are missing; eu.jalon.shared.text.TextColumn reads and writes it. version counts changes, for optimistic locking.

-- ======================================================================================= directory

-- A government or institution that takes part in series of meetings.
create table party (
  -- ISO 3166-1 alpha-2, or the letters of an institution.
  code     varchar(6)   constraint party_pk primary key,
  name     varchar(6000) not null,
  -- An id of the IANA time zone database.
  zone     varchar(40)  not null,
  -- The id of its public holidays in Jollyday.
  calendar varchar(20)  not null,
  version  integer      default 0 not null
);

-- A day off of a party's administration that is not a public holiday.
create table party_bridging_day (
  party varchar(6) not null constraint party_bridging_day_party_fk references party (code),
  off_on date      not null,
  constraint party_bridging_day_pk primary key (party, off_on)
);

-- A series of meetings with a declaration.
create table series (
  id                varchar(12)  constraint series_pk primary key,
  name              varchar(6000) not null,
  -- Codes of the languages in which its commitments must have a title, separated by commas; the first
  -- one stands in for others.
  languages         varchar(60)  not null,
  -- Whether a commitment may be entered while its title is still to be translated into some of them.
  translated_later  boolean      default true not null,
  -- The deadline rule where a document states none; null if it is then asked for.
  default_deadline  varchar(40),
  -- Whether every party must have a lead ministry, or only the accountable one.
  every_party_leads boolean      not null,
  -- Whether acts that bind other parties take effect without their confirmation.
  one_party_decides boolean      default false not null,
  -- Whether its new commitments are restricted unless it is said otherwise.
  restricted        boolean      default false not null,
  version           integer      default 0 not null
);

-- A party of a series; place is the order in which parties are shown.
create table series_party (
  series_id varchar(12) not null constraint series_party_series_id_fk references series (id),
  party     varchar(6)  not null constraint series_party_party_fk references party (code),
  place     integer     not null,
  constraint series_party_pk primary key (series_id, party)
);
create index series_party_party_idx on series_party (party);

-- The parties of the default series.
insert into party (code, name, zone, calendar)
values
  ('BE', '{"fr":"Belgique","nl":"België","en":"Belgium","de":"Belgien"}', 'Europe/Brussels', 'be'),
  ('FR', '{"fr":"France","nl":"Frankrijk","en":"France","de":"Frankreich"}', 'Europe/Paris', 'fr');

insert into series (id, name, languages, every_party_leads)
values ('VD', '{"fr":"Val Duchesse","nl":"Hertoginnedal","de":"Val Duchesse","en":"Val Duchesse"}', 'fr,nl', true);

insert into series_party (series_id, party, place)
values ('VD', 'BE', 1), ('VD', 'FR', 2);

-- A ministry, or the coordination team of a party.
create table ministry (
  code             varchar(16)  constraint ministry_pk primary key,
  party            varchar(6)   not null constraint ministry_party_fk references party (code),
  coordination     boolean      not null,
  name             varchar(6000) not null,
  -- A shared address that receives the ministry's reminders without an account.
  mailbox          varchar(254),
  mailbox_language varchar(2),
  -- Another name and the day from which it holds; stored apart, so that the directory file does not
  -- undo it.
  renamed          varchar(6000),
  renamed_from     date,
  -- The ministry that took over; the history keeps this one.
  merged_into      varchar(16)  constraint ministry_merged_into_fk references ministry (code),
  version          integer      default 0 not null
);

-- A person with an account.
create table person (
  id            varchar(63)  constraint person_pk primary key,
  name          varchar(6000) not null,
  email         varchar(254),
  language      varchar(2)   not null,
  role          varchar(20)  not null,
  ministry      varchar(16)  constraint person_ministry_fk references ministry (code),
  password_hash varchar(200),
  -- Incremented when all sessions of the person end; a session with a lower number is invalid on
  -- every node, whatever the nodes' clocks.
  session_epoch integer      default 0 not null,
  -- Since when the account is open with this ministry and role; null where that is not known.
  placed_at     timestamp with time zone,
  -- When the account was closed; records still name the person.
  closed_at     timestamp with time zone,
  version       integer      default 0 not null
);
create index person_ministry_idx on person (ministry);

-- The series to which a person in several of them narrows lists.
create table series_choice (
  person_id varchar(63) not null
    constraint series_choice_pk primary key
    constraint series_choice_person_id_fk references person (id) on delete cascade,
  series_id varchar(12) not null constraint series_choice_series_id_fk references series (id)
);

-- When a person wants e-mails, and the default substitute during absences.
create table notification_setting (
  person_id     varchar(63)
    constraint notification_setting_pk primary key
    constraint notification_setting_person_id_fk references person (id),
  -- Hour of the day in the zone of the person's party.
  at_hour       integer     not null,
  -- Names of java.time.DayOfWeek, separated by commas.
  weekdays      varchar(60) not null,
  substitute_id varchar(63) constraint notification_setting_substitute_id_fk references person (id)
);

-- A period of absence; both dates are included.
create table absence (
  id            bigint generated by default as identity constraint absence_pk primary key,
  person_id     varchar(63) not null constraint absence_person_id_fk references person (id),
  from_on       date        not null,
  until_on      date        not null,
  substitute_id varchar(63) constraint absence_substitute_id_fk references person (id),
  entered_at    timestamp with time zone not null,
  entered_by    varchar(63) not null
);
create index absence_person_id_idx on absence (person_id, until_on);
create index absence_until_on_idx on absence (until_on);

-- A link sent by e-mail that lets a person set a password once.
create table password_link (
  id         bigint generated by default as identity constraint password_link_pk primary key,
  person_id  varchar(63) not null constraint password_link_person_id_fk references person (id),
  -- Whether the person was invited or has forgotten the password.
  purpose    varchar(12) not null,
  asked_at   timestamp with time zone not null,
  -- Null for a forgotten password.
  asked_by   varchar(63),
  -- SHA-256 of the token; null until the e-mail is composed.
  token_hash varchar(64) constraint password_link_token_hash_key unique,
  expires_at timestamp with time zone,
  -- When the password was set, or the link was replaced by one that was used.
  used_at    timestamp with time zone
);
create index password_link_person_id_idx on password_link (person_id, asked_at);

-- An uploaded file of people that waits for confirmation, one per uploader.
create table people_file (
  id        uuid         constraint people_file_pk primary key,
  by_person varchar(63)  not null
    constraint people_file_by_person_key unique
    constraint people_file_by_person_fk references person (id),
  at        timestamp with time zone not null,
  name      varchar(200) not null,
  content   text         not null
);

-- ========================================================================================= meeting

-- A summit of a series, or a ministerial meeting between two summits.
create table meeting (
  id         varchar(12)  constraint meeting_pk primary key,
  kind       varchar(12)  not null,
  series_id  varchar(12)  not null constraint meeting_series_id_fk references series (id),
  name       varchar(6000) not null,
  place      varchar(100),
  -- Null while no date is agreed; the first of the month where only the month is known.
  held_on    date,
  month_only boolean      default false not null,
  status     varchar(12)  not null,
  version    integer      default 0 not null
);

-- A theme of a meeting's declaration.
create table theme (
  meeting_id varchar(12)  not null constraint theme_meeting_id_fk references meeting (id),
  number     integer      not null,
  title      varchar(8000) not null,
  -- Whether its new commitments are restricted unless it is said otherwise.
  restricted boolean      default false not null,
  constraint theme_pk primary key (meeting_id, number)
);

-- How a summit was planned before it was closed; kept so that the closing can be taken back.
create table meeting_plan (
  meeting_id varchar(12) constraint meeting_plan_pk primary key
    constraint meeting_plan_meeting_id_fk references meeting (id),
  held_on    date,
  month_only boolean     not null,
  status     varchar(12) not null
);

-- The summits of the default series, as public records have them.
insert into meeting (id, kind, series_id, name, place, held_on, month_only, status)
values
  ('VD2016', 'SUMMIT', 'VD', '{"fr":"Val Duchesse 2016","nl":"Hertoginnedal 2016","de":"Val Duchesse 2016","en":"Val Duchesse 2016"}',
   null, date '2016-02-01', true, 'HELD'),
  ('VD2018', 'SUMMIT', 'VD', '{"fr":"Val Duchesse 2018","nl":"Hertoginnedal 2018","de":"Val Duchesse 2018","en":"Val Duchesse 2018"}',
   null, date '2018-06-01', true, 'HELD'),
  ('VD2021', 'SUMMIT', 'VD', '{"fr":"Val Duchesse 2021","nl":"Hertoginnedal 2021","de":"Val Duchesse 2021","en":"Val Duchesse 2021"}',
   'Bruxelles / Brussel', date '2021-11-01', true, 'HELD'),
  ('VD2023', 'SUMMIT', 'VD', '{"fr":"Val Duchesse 2023","nl":"Hertoginnedal 2023","de":"Val Duchesse 2023","en":"Val Duchesse 2023"}',
   'Paris / Parijs', date '2023-05-05', false, 'HELD'),
  ('VD2027', 'SUMMIT', 'VD', '{"fr":"Prochain Val Duchesse","nl":"Volgend Hertoginnedal","de":"Nächster Gipfel Val Duchesse","en":"Next Val Duchesse"}',
   null, null, false, 'PLANNED');

-- ========================================================================================== intake

-- An uploaded declaration, launched at most once.
create table declaration (
  id          uuid         constraint declaration_pk primary key,
  meeting_id  varchar(12)  not null constraint declaration_meeting_id_fk references meeting (id),
  file_name   varchar(255) not null,
  -- The text that was read from the file.
  source      text         not null,
  sha256      varchar(64)  not null,
  uploaded_at timestamp with time zone not null,
  uploaded_by varchar(63)  not null,
  launched_at timestamp with time zone,
  launched_by varchar(63),
  version     integer      default 0 not null,
  language      varchar(2) not null,
  -- The day that the document states, from which periods are counted.
  document_date date
);

-- A list of steps found in a declaration; a coordinator says whether it counts.
create table draft_list (
  declaration_id uuid         not null
    constraint draft_list_declaration_id_fk references declaration (id),
  number         integer      not null,
  heading        varchar(400) not null,
  certainty      varchar(10)  not null,
  counts         boolean      default true not null,
  source_start   integer      not null,
  source_end     integer      not null,
  constraint draft_list_pk primary key (declaration_id, number)
);

-- A theme of a declaration before launch. Places are offsets in the source of the declaration.
create table draft_theme (
  declaration_id uuid         not null
    constraint draft_theme_declaration_id_fk references declaration (id),
  number         integer      not null,
  title          varchar(400) not null,
  evaluation     text         not null,
  source_start   integer      default 0 not null,
  source_end     integer      default 0 not null,
  -- Whether its drafts are restricted unless they say otherwise.
  restricted     boolean      default false not null,
  constraint draft_theme_pk primary key (declaration_id, number)
);

-- A commitment before launch. What the document does not state is null and asked for; an "origin" tells
-- whether a value was stated, proposed by a rule or corrected by a coordinator.
create table draft_item (
  declaration_id uuid          not null
    constraint draft_item_declaration_id_fk references declaration (id),
  n              integer       not null,
  theme          integer       not null,
  position       integer       not null,
  list           integer       default 0 not null,
  flags          varchar(100)  default '' not null,
  source_text    varchar(8000) not null,
  source_start   integer       default 0 not null,
  source_end     integer       default 0 not null,
  title          varchar(8000),
  track          varchar(30),
  track_origin   varchar(10),
  -- The party of the accountable lead.
  accountable    varchar(6),
  accountable_origin varchar(10),
  -- Codes of ministries, separated by commas.
  associated     varchar(300)  not null,
  deadline_rule  varchar(40),
  deadline_origin varchar(10),
  deadline_start integer       default 0 not null,
  deadline_end   integer       default 0 not null,
  -- Whether it will be restricted; null for the default of its theme or series.
  restricted     boolean,
  -- Whether it is no commitment; the row is kept so that this can be undone.
  left_out       boolean       default false not null,
  version        integer       default 0 not null,
  -- Stays the same when drafts are numbered again.
  id             bigint        generated by default as identity constraint draft_item_id_key unique,
  constraint draft_item_pk primary key (declaration_id, n)
);

-- The lead ministry of a party in a draft, with its origin and where the document states it.
create table draft_lead (
  declaration_id uuid        not null,
  n              integer     not null,
  party          varchar(6)  not null,
  ministry       varchar(16) not null,
  origin         varchar(10),
  source_start   integer     default 0 not null,
  source_end     integer     default 0 not null,
  constraint draft_lead_pk primary key (declaration_id, n, party),
  constraint draft_lead_item_fk foreign key (declaration_id, n)
    references draft_item (declaration_id, n) on update cascade on delete cascade
);

-- A block of a declaration's source as its reader found it, with its page and its row of a table, if any.
create table declaration_block (
  declaration_id uuid        not null
    constraint declaration_block_declaration_id_fk references declaration (id) on delete cascade,
  n              integer     not null,
  kind           varchar(10) not null,
  source_start   integer     not null,
  source_end     integer     not null,
  page           integer     not null,
  row_number     integer     not null,
  constraint declaration_block_pk primary key (declaration_id, n)
);

-- An act of the review that can be undone, the last one first.
create table draft_act (
  declaration_id uuid        not null
    constraint draft_act_declaration_id_fk references declaration (id) on delete cascade,
  number         integer     not null,
  act            varchar(10) not null,
  -- The draft that it was done to, 0 for several.
  n              integer     not null,
  -- Whether all drafts, themes and lists are kept as they were, or that draft only.
  whole          boolean     not null,
  done_at        timestamp with time zone not null,
  done_by        varchar(63) not null,
  constraint draft_act_pk primary key (declaration_id, number)
);

-- Drafts, themes and lists as they were before an act.
create table draft_item_earlier as select 0 as act, draft_item.* from draft_item with no data;
create table draft_lead_earlier as select 0 as act, draft_lead.* from draft_lead with no data;
create table draft_theme_earlier as select 0 as act, draft_theme.* from draft_theme with no data;
create table draft_list_earlier as select 0 as act, draft_list.* from draft_list with no data;
create index draft_item_earlier_idx on draft_item_earlier (declaration_id, act);
create index draft_lead_earlier_idx on draft_lead_earlier (declaration_id, act);
create index draft_theme_earlier_idx on draft_theme_earlier (declaration_id, act);
create index draft_list_earlier_idx on draft_list_earlier (declaration_id, act);

-- A version of a declaration in another language than the one its drafts were made from.
create table declaration_version (
  id             uuid         constraint declaration_version_pk primary key,
  declaration_id uuid         not null
    constraint declaration_version_declaration_id_fk references declaration (id) on delete cascade,
  language       varchar(2)   not null,
  file_name      varchar(255) not null,
  -- The text that was read from the file.
  source         text         not null,
  sha256         varchar(64)  not null,
  uploaded_at    timestamp with time zone not null,
  uploaded_by    varchar(63)  not null,
  -- Counts the changes of its pairs.
  version        integer      default 0 not null,
  constraint declaration_version_language_key unique (declaration_id, language)
);

-- A step of a language version, and the draft that says the same.
create table version_step (
  version_id    uuid          not null
    constraint version_step_version_id_fk references declaration_version (id) on delete cascade,
  n             integer       not null,
  theme_title   varchar(400)  not null,
  source_text   varchar(8000) not null,
  title         varchar(600),
  -- What it states, to be compared with the draft.
  deadline_rule varchar(40),
  owners        varchar(300)  not null,
  draft_id      bigint
    constraint version_step_draft_id_fk references draft_item (id) on delete set null,
  constraint version_step_pk primary key (version_id, n),
  constraint version_step_draft_id_key unique (version_id, draft_id)
);
create index version_step_draft_id_idx on version_step (draft_id);

-- A tracking sheet that a ministry keeps: how its columns are read, until it is taken over as drafts.
create table tracking_sheet (
  id             uuid          constraint tracking_sheet_pk primary key,
  meeting_id     varchar(12)   not null constraint tracking_sheet_meeting_id_fk references meeting (id),
  file_name      varchar(255)  not null,
  source         text          not null,
  language       varchar(2)    not null,
  document_date  date,
  -- What each column holds, separated by commas.
  column_kinds   varchar(8000) not null,
  -- Statuses and the values that mean them, each followed by the unit separator (U+001F).
  statuses       text          not null,
  -- Numbers of the rows that are not taken over, separated by commas.
  skipped        text          not null,
  uploaded_at    timestamp with time zone not null,
  uploaded_by    varchar(63)   not null,
  -- Null until it is taken over.
  declaration_id uuid
    constraint tracking_sheet_declaration_id_fk references declaration (id) on delete cascade,
  version        integer       default 0 not null
);
create index tracking_sheet_declaration_id_idx on tracking_sheet (declaration_id);

-- A row of a tracking sheet; number 0 is its header. Cells are separated by the unit separator (U+001F).
create table tracking_sheet_row (
  sheet_id     uuid    not null
    constraint tracking_sheet_row_sheet_id_fk references tracking_sheet (id) on delete cascade,
  number       integer not null,
  cells        text    not null,
  source_start integer not null,
  source_end   integer not null,
  constraint tracking_sheet_row_pk primary key (sheet_id, number)
);

-- The progress that a draft brings with it; it becomes a progress report at the launch.
create table draft_report (
  draft_id bigint
    constraint draft_report_pk primary key
    constraint draft_report_draft_id_fk references draft_item (id) on delete cascade,
  status   varchar(12)   not null,
  text     varchar(4000) not null
);

-- ====================================================================================== commitment

-- A commitment with a process instance.
create table commitment (
  ref                 varchar(20)   constraint commitment_pk primary key,
  -- The meeting whose declaration it comes from.
  meeting_id          varchar(12)   not null constraint commitment_meeting_id_fk references meeting (id),
  theme               integer       not null,
  position            integer       not null,
  title               varchar(8000) not null,
  summary             varchar(60000),
  track               varchar(30)   not null,
  priority            varchar(10)   default 'NORMAL' not null,
  -- The party of the accountable lead.
  accountable         varchar(6)    not null constraint commitment_accountable_fk references party (code),
  -- A date, an interval, or an offset to the meeting due_meeting_id.
  deadline_rule       varchar(40)   not null,
  due_meeting_id      varchar(12)   constraint commitment_due_meeting_id_fk references meeting (id),
  -- Null while the meeting it depends on has no date.
  due_on              date,
  -- The first due date, which carrying over keeps.
  first_due_on        date,
  status              varchar(20)   not null,
  -- Worst status among the last reports of all leads.
  health              varchar(12)   default 'SILENT' not null,
  -- How often it was carried over.
  slips               integer       default 0 not null,
  carried_from        varchar(20)   constraint commitment_carried_from_fk references commitment (ref),
  process_instance_id varchar(64),
  -- Null for one that was entered by hand.
  declaration_id      uuid          constraint commitment_declaration_id_fk references declaration (id),
  source_text         varchar(8000),
  entered_at          timestamp with time zone not null,
  entered_by          varchar(63)   not null,
  closed_on           date,
  -- Whether only the ministries concerned and the coordinations of its series see more than the
  -- reference, and nothing else leaves the application.
  restricted          boolean       default false not null,
  version             integer       default 0 not null,
  constraint commitment_theme_fk foreign key (meeting_id, theme) references theme (meeting_id, number),
  constraint commitment_position_key unique (meeting_id, theme, position)
);
create index commitment_due_on_idx on commitment (status, due_on);
create index commitment_health_idx on commitment (status, health, due_on, ref);
create index commitment_by_date_idx on commitment (due_on, ref);
-- Counts the commitments of each theme without reading their rows.
create index commitment_counts_idx on commitment (meeting_id, theme, status, health, due_on);
create index commitment_due_meeting_id_idx on commitment (due_meeting_id, status);
create index commitment_carried_from_idx on commitment (carried_from);
create index commitment_declaration_id_idx on commitment (declaration_id);
-- The order of the list: meetings from the latest to the first.
create index commitment_order_idx on commitment (meeting_id desc, theme, position);

-- The lead ministry of a party that takes part in a commitment.
create table commitment_lead (
  ref      varchar(20) not null constraint commitment_lead_ref_fk references commitment (ref),
  party    varchar(6)  not null constraint commitment_lead_party_fk references party (code),
  ministry varchar(16) not null constraint commitment_lead_ministry_fk references ministry (code),
  constraint commitment_lead_pk primary key (ref, party)
);
create index commitment_lead_ministry_idx on commitment_lead (ministry, ref);

-- A ministry associated with a commitment beside the leads.
create table commitment_associate (
  ref      varchar(20) not null constraint commitment_associate_ref_fk references commitment (ref),
  ministry varchar(16) not null constraint commitment_associate_ministry_fk references ministry (code),
  constraint commitment_associate_pk primary key (ref, ministry)
);
create index commitment_associate_ministry_idx on commitment_associate (ministry, ref);

-- The words that a commitment is found by: without accents and case, each between two blanks. A table
-- of its own, since the row of the commitment changes often and the words never. Meeting, theme and
-- position are repeated, so that hits are sorted without reading the commitments.
create table commitment_search (
  ref        varchar(20)
    constraint commitment_search_pk primary key
    constraint commitment_search_ref_fk references commitment (ref),
  meeting_id varchar(12) not null,
  theme      integer not null,
  position   integer not null,
  words      varchar(20000) not null
);

-- A progress report of a ministry.
create table progress_report (
  id          bigint generated by default as identity constraint progress_report_pk primary key,
  ref         varchar(20)   not null constraint progress_report_ref_fk references commitment (ref),
  ministry    varchar(16)   not null constraint progress_report_ministry_fk references ministry (code),
  status      varchar(12)   not null,
  text        varchar(4000) not null,
  evidence    varchar(500),
  -- When the ministry expects to report next.
  next_on     date,
  reported_at timestamp with time zone not null,
  reported_by varchar(63)   not null,
  -- Whether it was made under the reference that this commitment continues. The overviews of a
  -- commitment read it; counts and lists of reports leave it out.
  carried     boolean       default false not null
);
create index progress_report_ref_idx on progress_report (ref);
create index progress_report_ministry_idx on progress_report (ref, ministry, id);
create index progress_report_by_idx on progress_report (ministry, id);
create index progress_report_reported_at_idx on progress_report (reported_at);

-- The history of a commitment.
create table commitment_change (
  id         bigint generated by default as identity constraint commitment_change_pk primary key,
  ref        varchar(20)   not null constraint commitment_change_ref_fk references commitment (ref),
  what       varchar(40)   not null,
  old_value  varchar(2000),
  new_value  varchar(2000),
  reason     varchar(2000),
  changed_at timestamp with time zone not null,
  changed_by varchar(63)   not null
);
create index commitment_change_ref_idx on commitment_change (ref);
create index commitment_change_what_idx on commitment_change (what, changed_at);
create index commitment_change_changed_at_idx on commitment_change (changed_at);

-- A request for another deadline or lead, pending, decided or withdrawn.
create table commitment_request (
  id              bigint generated by default as identity constraint commitment_request_pk primary key,
  ref             varchar(20)   not null constraint commitment_request_ref_fk references commitment (ref),
  kind            varchar(20)   not null,
  -- The party that asks.
  party           varchar(6)    not null,
  -- The action item whose due date alone is to move; null if the request is about the commitment.
  action_item_id  varchar(64),
  -- The deadline rule, the day of an action item, or the ministry that is asked for. Null if the
  -- coordinators choose the ministry.
  wanted          varchar(40),
  -- What was granted, if it is not what was asked for.
  granted         varchar(40),
  reason          varchar(2000) not null,
  asked_at        timestamp with time zone not null,
  asked_by        varchar(63)   not null,
  status          varchar(12)   not null,
  decided_at      timestamp with time zone,
  decided_by      varchar(63),
  decision_reason varchar(2000),
  -- The meeting whose closing ended it undecided.
  ended_with      varchar(12)   constraint commitment_request_ended_with_fk references meeting (id)
);
create index commitment_request_ref_idx on commitment_request (ref, kind, status);

-- A party's decision about a commitment that is open when its meeting closes.
create table closing_decision (
  ref        varchar(20)   not null constraint closing_decision_ref_fk references commitment (ref),
  party      varchar(6)    not null,
  decision   varchar(12)   not null,
  reason     varchar(2000) not null,
  decided_at timestamp with time zone not null,
  decided_by varchar(63)   not null,
  constraint closing_decision_pk primary key (ref, party)
);

-- The references that a carried-over commitment had before, whose history and files are its own too.
create table commitment_earlier (
  ref     varchar(20) not null constraint commitment_earlier_ref_fk references commitment (ref),
  earlier varchar(20) not null constraint commitment_earlier_earlier_fk references commitment (ref),
  constraint commitment_earlier_pk primary key (ref, earlier)
);
create index commitment_earlier_earlier_idx on commitment_earlier (earlier);

-- A person who is told of the changes of a commitment, as long as they may see it.
create table commitment_follower (
  ref         varchar(20) not null constraint commitment_follower_ref_fk references commitment (ref),
  person_id   varchar(63) not null
    constraint commitment_follower_person_id_fk references person (id) on delete cascade,
  followed_at timestamp with time zone not null,
  constraint commitment_follower_pk primary key (ref, person_id)
);
create index commitment_follower_person_id_idx on commitment_follower (person_id);

-- A commitment that the closing of a meeting ended; kept so that the closing can be taken back.
create table closed_commitment (
  meeting_id varchar(12) not null constraint closed_commitment_meeting_id_fk references meeting (id),
  ref        varchar(20) not null constraint closed_commitment_ref_fk references commitment (ref),
  constraint closed_commitment_pk primary key (meeting_id, ref)
);
create index closed_commitment_ref_idx on closed_commitment (ref);

-- An act that binds other parties and waits for their confirmation, or did.
create table proposal (
  id           bigint generated by default as identity constraint proposal_pk primary key,
  -- The commitment that it changes, or the meeting that it closes.
  ref          varchar(20)   constraint proposal_ref_fk references commitment (ref),
  meeting_id   varchar(12)   constraint proposal_meeting_id_fk references meeting (id),
  kind         varchar(20)   not null,
  -- The value when it was proposed and the proposed one, by kind: a deadline rule, the code of a
  -- ministry or party, or the day of a meeting.
  former       varchar(40),
  wanted       varchar(40),
  -- The party that proposes.
  party        varchar(6)    not null,
  reason       varchar(2000) not null,
  proposed_at  timestamp with time zone not null,
  proposed_by  varchar(63)   not null,
  status       varchar(12)   not null,
  closed_at    timestamp with time zone,
  closed_by    varchar(63),
  close_reason varchar(2000),
  -- The meeting whose closing ended it without an answer.
  ended_with   varchar(12)   constraint proposal_ended_with_fk references meeting (id)
);
create index proposal_ref_idx on proposal (ref, status);
create index proposal_status_idx on proposal (status);
create index proposal_meeting_idx on proposal (meeting_id);

-- A party that a proposal awaits, or that has confirmed it.
create table proposal_party (
  id           bigint generated by default as identity constraint proposal_party_id_key unique,
  proposal_id  bigint      not null constraint proposal_party_proposal_id_fk references proposal (id),
  party        varchar(6)  not null,
  confirmed_at timestamp with time zone,
  confirmed_by varchar(63),
  constraint proposal_party_pk primary key (proposal_id, party)
);

-- A question from one lead ministry to another.
create table question (
  id            bigint generated by default as identity constraint question_pk primary key,
  ref           varchar(20)   not null constraint question_ref_fk references commitment (ref),
  from_ministry varchar(16)   not null constraint question_from_ministry_fk references ministry (code),
  to_ministry   varchar(16)   not null constraint question_to_ministry_fk references ministry (code),
  text          varchar(2000) not null,
  asked_at      timestamp with time zone not null,
  asked_by      varchar(63)   not null,
  answer        varchar(2000),
  answered_at   timestamp with time zone,
  answered_by   varchar(63)
);
create index question_ref_idx on question (ref);
create index question_answered_at_idx on question (answered_at, to_ministry);

-- The date that deadlines follow from.
create view commitment_meeting as
select id, series_id, name, held_on
from meeting;

create view commitment_theme as
select meeting_id, number, title
from theme;

-- ====================================================================================== actionitem

-- The read model of the engine's user tasks, written in the engine's own transactions.
create table action_item (
  -- The id of the user task.
  id           varchar(64) constraint action_item_pk primary key,
  ref          varchar(20) not null constraint action_item_ref_fk references commitment (ref),
  step         varchar(40) not null,
  ministry     varchar(16) not null constraint action_item_ministry_fk references ministry (code),
  due_on       date,
  -- The last day on which it is not overdue: its due date, or that of its commitment if that is earlier.
  -- Written with either date while the item is open, as are the meeting and the theme of its commitment,
  -- so that one index tells what is overdue.
  on_time_until date,
  meeting_id   varchar(12) not null constraint action_item_meeting_id_fk references meeting (id),
  theme        integer     not null,
  -- The task's offset in the model it runs on, so that due dates can move without reading models;
  -- with the distance from the deadline once a first date was given (DueOffset).
  due_offset   varchar(20) not null,
  -- The day on which an open item was given another date; its owners are told.
  moved_on     date,
  -- How often the date changed: the SEQUENCE of the calendar entry (RFC 5545).
  date_changes integer     default 0 not null,
  assignee     varchar(63),
  status       varchar(10) not null,
  created_at   timestamp with time zone not null,
  -- When it went to the ministry that has it now; null if that is the first one.
  handed_over_at timestamp with time zone,
  closed_at    timestamp with time zone,
  closed_by    varchar(63)
);
create index action_item_due_on_idx on action_item (status, due_on);
create index action_item_ministry_idx on action_item (ministry, status, due_on);
create index action_item_overdue_idx on action_item (status, on_time_until, ministry, meeting_id, theme);
create index action_item_ref_idx on action_item (ref);
create index action_item_assignee_idx on action_item (assignee, status);
create index action_item_moved_on_idx on action_item (status, moved_on);

-- A file that a ministry adds to an action item. It becomes part of the commitment's history with the
-- report that it came with. Its bytes are in evidence_content (db/vendor).
create table evidence (
  id             uuid         constraint evidence_pk primary key,
  -- Null for a file that an associated ministry added.
  action_item_id varchar(64)  constraint evidence_action_item_id_fk references action_item (id),
  ref            varchar(20)  not null constraint evidence_ref_fk references commitment (ref),
  ministry       varchar(16)  not null constraint evidence_ministry_fk references ministry (code),
  name           varchar(200) not null,
  media_type     varchar(100) not null,
  -- Bytes.
  size           integer      not null,
  added_at       timestamp with time zone not null,
  added_by       varchar(63)  not null,
  -- Null until the report is sent.
  reported_at    timestamp with time zone
);
create index evidence_action_item_id_idx on evidence (action_item_id);
create index evidence_ref_idx on evidence (ref);

-- The text of one field of a form that is not sent yet.
create table form_autosave (
  action_item_id varchar(64)   not null
    constraint form_autosave_action_item_id_fk references action_item (id),
  person_id      varchar(63)   not null,
  field          varchar(60)   not null,
  content        varchar(4000) not null,
  kept_at        timestamp with time zone not null,
  constraint form_autosave_pk primary key (action_item_id, person_id, field)
);

-- The commitment of an action item, with its theme and the date of the meeting it is due at.
create view action_item_commitment as
select c.ref, c.meeting_id, c.theme, t.title as theme_title, c.title, c.track, c.priority,
       c.accountable, c.deadline_rule, c.due_on, c.due_meeting_id, m.held_on, c.status, c.health,
       c.entered_at, c.restricted
from commitment c
left join theme t on t.meeting_id = c.meeting_id and t.number = c.theme
left join meeting m on m.id = c.due_meeting_id;

-- The references that a carried-over commitment had before.
create view action_item_earlier as
select ref, earlier
from commitment_earlier;

-- The lead ministries of an item's commitment.
create view action_item_lead as
select ref, party, ministry
from commitment_lead;

-- The parties that have answered what becomes of a commitment at the closing of its meeting.
create view action_item_closing as
select ref, party
from closing_decision;

-- The progress reports that reminders of an item take into account.
create view action_item_report as
select id, ref, ministry, status, reported_at
from progress_report;

-- ======================================================================================== overview

-- Overviews, reports and their files name a restricted commitment by its reference: its title is null
-- here, and no text about it can be selected.

-- Without the theme: most statements count commitments, and index-only scans need a view of one table.
create view overview_commitment as
select ref, meeting_id, theme, position, case when restricted then null else title end as title,
       accountable, due_on, status, health, priority, carried_from, entered_at, closed_on, restricted
from commitment;

create view overview_lead as
select ref, party, ministry
from commitment_lead;

create view overview_associate as
select ref, ministry
from commitment_associate;

create view overview_theme as
select t.meeting_id, t.number, t.title as theme_title, m.name, m.held_on
from theme t
left join meeting m on m.id = t.meeting_id;

create view overview_meeting as
select id, held_on, status
from meeting;

create view overview_item as
select id, ref, step, ministry, due_on, on_time_until, meeting_id, theme, assignee, status, created_at,
       handed_over_at, closed_at, closed_by
from action_item;

create view overview_report as
select r.id, r.ref, r.ministry, r.status, case when c.restricted then '[…]' else r.text end as text,
       case when c.restricted then null else r.evidence end as evidence, r.next_on, r.reported_at,
       r.reported_by, r.carried
from progress_report r
left join commitment c on c.ref = r.ref;

-- Values of what overviews show are dates, codes and references; titles and summaries are left out.
create view overview_change as
select h.id, h.ref, h.what, h.old_value, h.new_value,
       case when c.restricted then null else h.reason end as reason, h.changed_at
from commitment_change h
left join commitment c on c.ref = h.ref
where h.what not in ('TITLE', 'SUMMARY', 'TRANSLATED');

create view overview_request as
select r.id, r.ref, r.kind, r.party, r.action_item_id, r.wanted, r.granted,
       case when c.restricted then '[…]' else r.reason end as reason, r.asked_at, r.asked_by, r.status,
       r.decided_at, r.decided_by,
       case when c.restricted and r.decision_reason is not null then '[…]'
            else r.decision_reason end as decision_reason,
       case when c.restricted then null else c.title end as title, i.step
from commitment_request r
join commitment c on c.ref = r.ref
left join action_item i on i.id = r.action_item_id;

create view overview_question as
select q.id, q.ref, q.from_ministry, q.to_ministry,
       case when c.restricted then '[…]' else q.text end as text, q.asked_at, q.answered_at
from question q
left join commitment c on c.ref = q.ref;

create view overview_proposal as
select p.id, p.ref, p.kind, p.party,
       case when c.restricted then '[…]' else p.reason end as reason, p.proposed_at, p.status
from proposal p
left join commitment c on c.ref = p.ref;

-- ============================================================================================ mail

-- An e-mail to one person. Its text is composed when it is sent, so that it is true then.
create table email (
  id              uuid         constraint email_pk primary key,
  person_id       varchar(63)  not null,
  to_address      varchar(254) not null,
  on_date         date         not null,
  -- The day of a planned e-mail; null for a resend, which the key of planned e-mails then ignores.
  planned_on      date,
  kind            varchar(20)  not null,
  -- The id of the question, manual reminder or answer to a proposal that it is about; 0 where the
  -- kind has none.
  about_id        bigint       default 0 not null,
  -- Whether it may be sent after on_date.
  lasting         boolean      default false not null,
  language        varchar(2)   not null,
  status          varchar(10)  not null,
  subject         varchar(300) not null,
  message_id      varchar(200) not null,
  attempts        integer      default 0 not null,
  queued_at       timestamp with time zone not null,
  next_attempt_at timestamp with time zone not null,
  lease_owner     varchar(100),
  lease_until     timestamp with time zone,
  closed_at       timestamp with time zone,
  -- The relay's last answer.
  reply           varchar(1000),
  -- Why it was not sent.
  not_sent        varchar(20),
  -- What was reported after the relay had accepted it (RFC 3464).
  bounced_at      timestamp with time zone,
  bounce          varchar(1000),
  resend_of       uuid         constraint email_resend_of_fk references email (id),
  resend_by       varchar(63),
  resend_reason   varchar(2000),
  -- The message as it was sent (RFC 5322).
  message         text,
  -- A person has one planned e-mail of a kind about one thing a day.
  constraint email_planned_key unique (person_id, planned_on, kind, about_id),
  -- An e-mail is resent once a day.
  constraint email_resend_key unique (resend_of, on_date)
);
create index email_due_idx on email (status, next_attempt_at);
create index email_on_date_idx on email (on_date);
create index email_queued_at_idx on email (queued_at);

-- A commitment that an e-mail is about. On PostgreSQL email_id is no foreign key (db/vendor).
create table email_commitment (
  email_id uuid        not null,
  ref      varchar(20) not null,
  constraint email_commitment_pk primary key (email_id, ref)
);
create index email_commitment_ref_idx on email_commitment (ref);

-- The series of the commitments that e-mails are about.
create view email_series as
select c.ref, m.series_id
from commitment c
left join meeting m on m.id = c.meeting_id;

-- An address, in lower case, that e-mails do not reach; kept until a user marks it as working.
create table undeliverable_address (
  address    varchar(254)  constraint undeliverable_address_pk primary key,
  -- The enhanced status code (RFC 3463).
  status     varchar(15)   not null,
  diagnostic varchar(1000) not null,
  since      timestamp with time zone not null,
  email_id   uuid
    constraint undeliverable_address_email_id_fk references email (id) on delete set null,
  permanent  boolean       not null
);

-- A reply to an e-mail, or an answer of a program such as an out-of-office notice.
create table email_reply (
  id           bigint generated by default as identity constraint email_reply_pk primary key,
  -- SHA-256 of the Message-ID: a message that is read again is kept once.
  message_key  varchar(64)   not null constraint email_reply_message_key_key unique,
  -- Null where only the person is known. No foreign key, as for email_commitment.
  email_id     uuid,
  -- The recipient of the e-mail.
  person_id    varchar(63)   not null,
  from_address varchar(254)  not null,
  subject      varchar(300)  not null,
  body         text          not null,
  files        integer       not null,
  automatic    boolean       not null,
  sent_at      timestamp with time zone,
  kept_at      timestamp with time zone not null,
  handled_by   varchar(63),
  handled_at   timestamp with time zone
);
create index email_reply_email_id_idx on email_reply (email_id);
create index email_reply_open_idx on email_reply (handled_at, person_id);
create index email_reply_kept_at_idx on email_reply (kept_at);

-- The state of the relay that all nodes share, by the database's clock: one row.
create table mail_relay (
  id            integer constraint mail_relay_pk primary key,
  -- Start of the running minute, and the number of e-mails handed over in it.
  minute_from   timestamp with time zone not null,
  handed        integer not null,
  -- The circuit breaker: failures in a row, and until when no connection is tried.
  failures      integer not null,
  failing_since timestamp with time zone,
  closed_until  timestamp with time zone,
  reason        varchar(1000)
);
insert into mail_relay (id, minute_from, handed, failures) values (1, current_timestamp, 0, 0);

-- ======================================================================================== reminder

-- One row, which each round locks first so that two nodes never plan at the same time.
create table reminder_lock (
  id integer constraint reminder_lock_pk primary key
);
insert into reminder_lock (id) values (1);

-- The result of a day's reminder round.
create table reminder_round (
  on_date     date    constraint reminder_round_pk primary key,
  finished_at timestamp with time zone not null,
  emails      integer not null,
  reminders   integer not null,
  suppressed  integer not null
);

-- A reason to write to a person about an action item, sent or suppressed.
create table reminder (
  id             bigint generated by default as identity constraint reminder_pk primary key,
  on_date        date        not null,
  action_item_id varchar(64) not null,
  ref            varchar(20) not null,
  person_id      varchar(63),
  recipient_role varchar(12) not null,
  stage          varchar(12) not null,
  -- The rule of the reminder policy that applied.
  rule           varchar(100),
  -- The person whom the reader substitutes.
  stands_for     varchar(63),
  due_on         date        not null,
  -- Null where it was suppressed. No foreign key on PostgreSQL (db/vendor).
  email_id       uuid,
  -- Why it was suppressed.
  suppressed     varchar(20),
  -- Why the e-mail left the item out when it was composed.
  omission       varchar(20),
  -- Whether the reader is told of this due date for the first time, and receives a calendar entry.
  first_mention    boolean     default false not null,
  -- The e-mail that cancelled the calendar entry.
  cancelled_in   uuid
);
create index reminder_person_id_idx on reminder (person_id, due_on);
create index reminder_action_item_id_idx on reminder (action_item_id, due_on);
create index reminder_email_id_idx on reminder (email_id);

-- An item whose owners asked for no reminders until a day.
create table reminder_pause (
  action_item_id varchar(64)
    constraint reminder_pause_pk primary key
    constraint reminder_pause_action_item_id_fk references action_item (id),
  until_on       date        not null,
  paused_at      timestamp with time zone not null,
  paused_by      varchar(63) not null
);

-- The secret address of a person's calendar; only a hash of the secret is stored.
create table calendar_feed (
  person_id  varchar(63)
    constraint calendar_feed_pk primary key
    constraint calendar_feed_person_id_fk references person (id) on delete cascade,
  token_hash varchar(64) not null constraint calendar_feed_token_hash_key unique,
  created_at timestamp with time zone not null
);

-- A coordinator's request to remind ministries: one e-mail to each person.
create table manual_reminder (
  id       bigint generated by default as identity constraint manual_reminder_pk primary key,
  on_date  date         not null,
  -- The coordination team that asks.
  ministry varchar(16)  not null constraint manual_reminder_ministry_fk references ministry (code),
  reason   varchar(500) not null,
  asked_at timestamp with time zone not null,
  asked_by varchar(63)  not null
);

-- An item of a manual reminder; at most one manual reminder a day for each item.
create table manual_reminder_item (
  on_date            date        not null,
  action_item_id     varchar(64) not null
    constraint manual_reminder_item_action_item_id_fk references action_item (id),
  manual_reminder_id bigint      not null
    constraint manual_reminder_item_manual_reminder_id_fk references manual_reminder (id),
  constraint manual_reminder_item_pk primary key (on_date, action_item_id)
);

-- The reminder policies that were in force; the last one is now.
create table reminder_policy (
  id             bigint generated by default as identity constraint reminder_policy_pk primary key,
  sha256         varchar(64)  not null,
  source         varchar(400) not null,
  dmn            text         not null,
  in_force_since timestamp with time zone not null
);

-- The last reminder policy that was refused, if it was the last one read: at most one row.
create table reminder_policy_error (
  id          integer      constraint reminder_policy_error_pk primary key,
  source      varchar(400) not null,
  -- The message of a validation error, and its arguments.
  message_key varchar(100) not null,
  arguments   varchar(2000) array not null,
  refused_at  timestamp with time zone not null
);

-- A digest that tells a person of a change; another one does if the first was not delivered.
create table change_notice (
  person_id      varchar(63) not null,
  -- No foreign key on PostgreSQL (db/vendor).
  change_id      bigint      not null,
  -- Why the change concerns the person.
  concerned_role varchar(20) not null,
  email_id       uuid        not null
    constraint change_notice_email_id_fk references email (id) on delete cascade,
  constraint change_notice_pk primary key (person_id, change_id, email_id)
);
create index change_notice_change_id_idx on change_notice (change_id);
create index change_notice_email_id_idx on change_notice (email_id);

-- The current due date of an item that reminders were sent for.
create view reminder_item as
select id, ministry, due_on, date_changes, status
from action_item;

-- How far the e-mail of a reminder is.
create view reminder_email as
select id, person_id, kind, on_date, queued_at, status, closed_at, reply, bounce
from email;

-- What happened to commitments, for digests; without the words of restricted ones, and without the
-- entry of those that continue one of an earlier meeting, whose end is told.
create view reminder_change as
select h.id, h.ref, h.what,
       case when h.what in ('TITLE', 'SUMMARY', 'TRANSLATED') then null
            else h.old_value end as old_value,
       case when h.what in ('TITLE', 'SUMMARY', 'TRANSLATED') then null
            else h.new_value end as new_value,
       case when c.restricted then null else h.reason end as reason, h.changed_at, h.changed_by,
       case when c.restricted then null else c.title end as title
from commitment_change h
join commitment c on c.ref = h.ref
where h.what <> 'ENTERED' or c.carried_from is null;

-- Since when a person has the ministry and role for which changes concern them.
create view reminder_person as
select id, placed_at
from person;

-- The references whose history is that of a commitment too: its own and those that it continues.
create view reminder_reference as
select ref, ref as reference
from commitment
union all
select ref, earlier
from commitment_earlier;

-- Who follows a commitment, also under a reference that it continues, and the series it belongs to.
create view reminder_follower as
select c.ref, f.person_id, f.followed_at, m.series_id
from commitment_follower f
join commitment c on c.ref = f.ref
  or c.ref in (select e.ref from commitment_earlier e where e.earlier = f.ref)
join meeting m on m.id = c.meeting_id;

-- Who asked for what the changes of a commitment answer: those whose type begins with "answers" and,
-- for a proposal, whose new value is the act.
create view reminder_asked as
select id, ref, kind as answers, cast(null as varchar(20)) as act, asked_at, asked_by
from commitment_request
union all
select id, ref, 'PROPOSAL_', kind, proposed_at, proposed_by
from proposal
where ref is not null;

-- The ministries that lead a commitment or are associated with it.
create view reminder_ministry as
select ref, ministry, 'LEAD' as audience
from commitment_lead
union all
select ref, ministry, 'ASSOCIATED'
from commitment_associate;

-- ========================================================================================== report

-- A coordinator's version of a theme's evaluation for the next declaration.
create table evaluation_paragraph (
  meeting_id varchar(12)   not null,
  theme      integer       not null,
  language   varchar(2)    not null,
  text       varchar(6000) not null,
  kept_at    timestamp with time zone not null,
  kept_by    varchar(63)   not null,
  version    integer       not null,
  constraint evaluation_paragraph_pk primary key (meeting_id, theme, language),
  constraint evaluation_paragraph_theme_fk
    foreign key (meeting_id, theme) references theme (meeting_id, number)
);

-- =========================================================================================== audit

-- Sign-ins, refusals and acts. Rows are never changed, and deleted only when their retention period is
-- over (triggers in db/vendor).
create table audit_entry (
  id      bigint generated always as identity constraint audit_entry_pk primary key,
  at      timestamp with time zone not null,
  person  varchar(63),
  address varchar(45)  not null,
  kind    varchar(30)  not null,
  what    varchar(200) not null,
  about   varchar(200),
  outcome varchar(60)  not null
);
create index audit_entry_at_idx on audit_entry (at, id);

-- ======================================================================================== security

-- Failed sign-ins by account name and by address, and the networks that an account has signed in from.
create table sign_in_counter (
  -- SHA-256 in hexadecimal digits: what was typed as a name may be a password.
  counted     varchar(64) constraint sign_in_counter_pk primary key,
  failures    integer not null,
  -- Until when further attempts must wait.
  waits_until timestamp with time zone not null,
  -- Whether the wait is in the audit log.
  reported    boolean not null,
  -- From when the row counts no more.
  expires_at  timestamp with time zone not null,
  version     integer not null
);
create index sign_in_counter_expires_at_idx on sign_in_counter (expires_at);

-- ===================================================================================== idempotency

-- A request that was sent under an Idempotency-Key, and its answer. Written in the transaction of the
-- act, so that an act that is rolled back leaves no key.
create table idempotency_key (
  person       varchar(63)  not null,
  request_key  varchar(140) not null,
  sent_at      timestamp with time zone not null,
  -- SHA-256 of the request; null, like the answer, while the act runs.
  request_hash varchar(64),
  status       integer,
  location     varchar(500),
  content_type varchar(100),
  body         text,
  constraint idempotency_key_pk primary key (person, request_key)
);

-- ======================================================================================= operation

-- This installation: one row.
create table installation (
  id             integer constraint installation_pk primary key,
  -- The newest release that has used the database; null before the first start.
  newest_release varchar(60),
  -- The instance that e-mails are sent from; a restored copy has another name in its settings.
  instance       varchar(100)
);
insert into installation (id) values (1);

-- What rows about restricted commitments name: references, action items, e-mails, manual reminders.
create view operation_restricted as
select ref as thing from commitment where restricted
union all
select i.id from action_item i join commitment c on c.ref = i.ref where c.restricted
union all
select cast(e.email_id as varchar(64))
from email_commitment e join commitment c on c.ref = e.ref where c.restricted
union all
select 'manual_reminder ' || cast(m.manual_reminder_id as varchar(20))
from manual_reminder_item m
join action_item i on i.id = m.action_item_id
join commitment c on c.ref = i.ref
where c.restricted;

-- The faults that administrators were told of and that are not over.
create table alarm (
  id      bigint generated always as identity constraint alarm_pk primary key,
  kind    varchar(30) not null,
  -- What it is about, such as the code of a ministry; empty if the kind says it.
  subject varchar(40) not null,
  since   timestamp with time zone not null,
  -- When the fault was last noticed.
  seen_at timestamp with time zone not null,
  constraint alarm_kind_subject_key unique (kind, subject)
);

-- =========================================================================================== pages

-- A filtered list that a person saved under a name.
create table saved_view (
  id        bigint generated by default as identity constraint saved_view_pk primary key,
  person_id varchar(63)   not null constraint saved_view_person_id_fk references person (id),
  name      varchar(60)   not null,
  -- The query string of the page, without the question mark.
  query     varchar(2000) not null,
  -- Whether the list opens with it.
  opening   boolean       not null,
  saved_at  timestamp with time zone not null,
  constraint saved_view_name_key unique (person_id, name)
);
