-- A round writes its emails and all that hangs on them in one transaction, and no email is ever
-- deleted. The check of each of a hundred thousand rows against its email took a fifth of the
-- round; on H2, where every test of rounds runs too, the checks stay.
alter table reminder drop constraint reminder_email_id_fkey;
alter table email_commitment drop constraint email_commitment_email_id_fkey;
