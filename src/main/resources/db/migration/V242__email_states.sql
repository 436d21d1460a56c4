-- What an e-mail is about, what it sends again and why it was not sent are columns; kind is the name
-- of a kind and nothing else.
alter table letter drop constraint letter_planned;
drop index letter_again;
alter table letter alter column kind set data type varchar(20);
-- The id of the question or the manual reminder that it is about; 0 where the kind needs none.
alter table letter add column about_id bigint default 0 not null;
alter table letter add column not_sent varchar(20);

alter table letter rename column again_of to resend_of;
alter table letter rename column again_by to resend_by;
alter table letter rename column again_why to resend_reason;
alter table letter add constraint letter_resend_of foreign key (resend_of) references letter (id);

-- The day of an e-mail that was planned; null for one that sends another one again, since keys with
-- a null are never equal. A person has one planned e-mail of a kind about one thing a day, and an
-- e-mail is sent again once a day.
alter table letter add column planned_on date;
update letter set planned_on = on_date where resend_of is null;
alter table letter add constraint letter_planned unique (person_id, planned_on, kind, about_id);
alter table letter add constraint letter_resend unique (resend_of, on_date);
