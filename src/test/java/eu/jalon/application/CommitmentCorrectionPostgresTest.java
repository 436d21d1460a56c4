package eu.jalon.application;

import eu.jalon.DemoOnPostgres;

@DemoOnPostgres
class CommitmentCorrectionPostgresTest extends CommitmentCorrectionTest {}
