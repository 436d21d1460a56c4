-- The index looks words up by their beginning. Long texts stand outside the row, so that what the
-- index finds is counted without reading them.
alter table commitment_search add column lexemes tsvector generated always as
  (array_to_tsvector(array_remove(string_to_array(words, ' '), ''))) stored;
alter table commitment_search set (toast_tuple_target = 128);

-- What was entered before: as it was folded then, with its source text.
insert into commitment_search (ref, words)
select ref,
       ' ' || trim(regexp_replace(regexp_replace(
         translate(replace(replace(lower(search_text || ' ' || coalesce(source_text, '')),
             'œ', 'oe'), 'æ', 'ae'),
           'àâäáãåçéèêëíìîïñóòôöõúùûüýÿÀÂÄÁÃÅÇÉÈÊËÍÌÎÏÑÓÒÔÖÕÚÙÛÜÝŸ',
           'aaaaaaceeeeiiiinooooouuuuyyaaaaaaceeeeiiiinooooouuuuyy'),
         '[^a-z0-9]+', ' ', 'g'),
         '([a-z0-9]{60})[a-z0-9]+', '\1', 'g')) || ' '
from commitment;

create index commitment_search_lexemes on commitment_search using gin (lexemes);

alter table commitment drop column search_text;
