package eu.jalon.application;

import eu.jalon.DemoOnPostgres;

@DemoOnPostgres
class ParallelActsPostgresTest extends ParallelActsTest {}
