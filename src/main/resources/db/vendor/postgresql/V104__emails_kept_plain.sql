-- What was sent is some twenty kilobytes an email, written once and hardly ever read: PostgreSQL's own
-- compression costs more time than all else that is written about an email.
alter table email alter column message set storage external;
