-- What was reported about a letter after the relay had taken it (RFC 3464).
alter table letter add column bounced_at timestamp with time zone;
alter table letter add column bounce varchar(1000);

-- Addresses that no letter reaches, in lower case, until somebody says that they work again.
create table mail_refusal (
  address    varchar(254)  primary key,
  status     varchar(15)   not null,
  diagnostic varchar(1000) not null,
  since      timestamp with time zone not null,
  letter_id  uuid          references letter (id) on delete set null,
  permanent  boolean       not null
);
