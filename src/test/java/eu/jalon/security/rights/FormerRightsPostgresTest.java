package eu.jalon.security.rights;

import eu.jalon.DemoOnPostgres;

@DemoOnPostgres
class FormerRightsPostgresTest extends FormerRightsTest {}
