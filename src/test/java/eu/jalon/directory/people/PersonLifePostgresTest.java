package eu.jalon.directory.people;

import eu.jalon.DemoOnPostgres;

@DemoOnPostgres
class PersonLifePostgresTest extends PersonLifeTest {}
