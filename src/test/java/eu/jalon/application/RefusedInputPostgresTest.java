package eu.jalon.application;

import eu.jalon.DemoOnPostgres;

@DemoOnPostgres
class RefusedInputPostgresTest extends RefusedInputTest {}
