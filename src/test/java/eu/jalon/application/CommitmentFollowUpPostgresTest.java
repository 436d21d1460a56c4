package eu.jalon.application;

import eu.jalon.DemoOnPostgres;

@DemoOnPostgres
class CommitmentFollowUpPostgresTest extends CommitmentFollowUpTest {}
