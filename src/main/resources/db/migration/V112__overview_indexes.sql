-- The trend reads the changes of dates since a day, and nothing else of the history.
create index commitment_change_what on commitment_change (what, changed_at);
-- Home asks for what nobody has answered.
create index question_open on question (answered_at, to_ministry);
