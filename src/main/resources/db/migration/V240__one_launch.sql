-- A launch is one transaction and leaves no record of its progress.
drop table declaration_launch;
