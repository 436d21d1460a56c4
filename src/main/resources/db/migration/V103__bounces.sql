-- What was reported about an email after the relay had taken it (RFC 3464).
alter table email add column bounced_at timestamp with time zone;
alter table email add column bounce varchar(1000);

-- Addresses that no email reaches, in lower case, until somebody says that they work again.
create table mail_refusal (
  address    varchar(254)  primary key,
  status     varchar(15)   not null,
  diagnostic varchar(1000) not null,
  since      timestamp with time zone not null,
  email_id  uuid          references email (id) on delete set null,
  permanent  boolean       not null
);
