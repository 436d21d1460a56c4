-- A summit moves in one transaction: there is no move to resume, and the history of each commitment
-- names who moved it, when and why.
drop table summit_move;

alter table action_item alter column due_offset set not null;
