-- The default series and its summits, as public record has them.
insert into summit_series (id, name_fr, name_nl, name_en)
values ('VD', 'Val Duchesse', 'Hertoginnedal', 'Val Duchesse');

insert into meeting (id, kind, series_id, name_fr, name_nl, name_en, place, held_on, month_only, status)
values
  ('VD2016', 'SUMMIT', 'VD', 'Val Duchesse 2016', 'Hertoginnedal 2016', 'Val Duchesse 2016', null, date '2016-02-01', true, 'HELD'),
  ('VD2018', 'SUMMIT', 'VD', 'Val Duchesse 2018', 'Hertoginnedal 2018', 'Val Duchesse 2018', null, date '2018-06-01', true, 'HELD'),
  ('VD2021', 'SUMMIT', 'VD', 'Val Duchesse 2021', 'Hertoginnedal 2021', 'Val Duchesse 2021', 'Bruxelles', date '2021-11-01', true, 'HELD'),
  ('VD2023', 'SUMMIT', 'VD', 'Val Duchesse 2023', 'Hertoginnedal 2023', 'Val Duchesse 2023', 'Paris', date '2023-05-05', false, 'HELD'),
  ('VD2027', 'SUMMIT', 'VD', 'Prochain Val Duchesse', 'Volgend Hertoginnedal', 'Next Val Duchesse', null, null, false, 'PLANNED');
