-- What was sent is some twenty kilobytes a letter, written once and hardly ever read: PostgreSQL's own
-- compression costs more time than all else that is written about a letter.
alter table letter alter column message set storage external;
