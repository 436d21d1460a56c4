-- A place has one text for all readers; that of Brussels has two names.
update meeting set place = 'Bruxelles / Brussel' where id = 'VD2021' and place = 'Bruxelles';
update meeting set place = 'Paris / Parijs' where id = 'VD2023' and place = 'Paris';
