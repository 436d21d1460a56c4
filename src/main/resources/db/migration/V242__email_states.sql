-- What an e-mail is about, what it sends again and why it was not sent are columns; kind is the name
-- of a kind and nothing else.
alter table email drop constraint email_planned;
drop index email_again;
alter table email alter column kind set data type varchar(20);
-- The id of the question or the manual reminder that it is about; 0 where the kind needs none.
alter table email add column about_id bigint default 0 not null;
alter table email add column not_sent varchar(20);

alter table email rename column again_of to resend_of;
alter table email rename column again_by to resend_by;
alter table email rename column again_why to resend_reason;
alter table email add constraint email_resend_of foreign key (resend_of) references email (id);

-- The day of an e-mail that was planned; null for one that sends another one again, since keys with
-- a null are never equal. A person has one planned e-mail of a kind about one thing a day, and an
-- e-mail is sent again once a day.
alter table email add column planned_on date;
update email set planned_on = on_date where resend_of is null;
alter table email add constraint email_planned unique (person_id, planned_on, kind, about_id);
alter table email add constraint email_resend unique (resend_of, on_date);
