package eu.jalon.application;

import eu.jalon.DemoOnPostgres;

@DemoOnPostgres
class DeclarationLaunchPostgresTest extends DeclarationLaunchTest {}
