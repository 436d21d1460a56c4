package eu.jalon.application;

import eu.jalon.DemoOnPostgres;

@DemoOnPostgres
class ProposalsPostgresTest extends ProposalsTest {}
