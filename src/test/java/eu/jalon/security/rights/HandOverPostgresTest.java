package eu.jalon.security.rights;

import eu.jalon.DemoOnPostgres;

@DemoOnPostgres
class HandOverPostgresTest extends HandOverTest {}
