package eu.jalon.transition.merge;

import eu.jalon.DemoOnPostgres;

@DemoOnPostgres
class MinistryLifePostgresTest extends MinistryLifeTest {}
