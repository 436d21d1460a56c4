-- What was entered before: as it was folded then, with its source text.
insert into commitment_search (ref, words)
select ref,
       ' ' || trim(regexp_replace(regexp_replace(
         translate(replace(replace(lower(search_text || ' ' || coalesce(source_text, '')),
             'œ', 'oe'), 'æ', 'ae'),
           'àâäáãåçéèêëíìîïñóòôöõúùûüýÿ', 'aaaaaaceeeeiiiinooooouuuuyy'),
         '[^a-z0-9]+', ' '),
         '([a-z0-9]{60})[a-z0-9]+', '$1')) || ' '
from commitment;

alter table commitment drop column search_text;
