-- Requests that were sent under a key, each with its answer; it is written in the transaction of the
-- act, so that an act that is rolled back leaves no key.
create table idempotency_key (
  person       varchar(63)  not null,
  request_key  varchar(140) not null,
  sent_at      timestamp with time zone not null,
  request_hash varchar(64),
  status       integer,
  location     varchar(500),
  content_type varchar(100),
  body         text,
  primary key (person, request_key)
);
