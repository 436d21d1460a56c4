package eu.jalon.application;

import eu.jalon.DemoOnPostgres;

@DemoOnPostgres
class ActSequencesPostgresTest extends ActSequencesTest {}
