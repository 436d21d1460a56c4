package eu.jalon.directory.password;

import eu.jalon.DemoOnH2;

@DemoOnH2
class PasswordLinkH2Test extends PasswordLinkTest {}
