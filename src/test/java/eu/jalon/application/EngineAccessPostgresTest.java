package eu.jalon.application;

import eu.jalon.DemoOnPostgres;

@DemoOnPostgres
class EngineAccessPostgresTest extends EngineAccessTest {}
