-- Nobody looks for nudges by their day or by their commitment: an item is asked for, or a letter.
drop index nudge_day;
drop index nudge_ref;
