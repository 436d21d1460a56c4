package eu.jalon.application;

import eu.jalon.DemoOnPostgres;

@DemoOnPostgres
class MeetingDatePostgresTest extends MeetingDateTest {}
