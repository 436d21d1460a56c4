package eu.jalon.directory.password;

import eu.jalon.DemoOnPostgres;

@DemoOnPostgres
class PasswordLinkPostgresTest extends PasswordLinkTest {}
