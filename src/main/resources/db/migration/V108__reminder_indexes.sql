-- Nobody looks for reminders by their day or by their commitment: an item is asked for, or an email.
drop index reminder_day;
drop index reminder_ref;
