package eu.jalon.security.rights;

import eu.jalon.DemoOnH2;

@DemoOnH2
class HandOverH2Test extends HandOverTest {}
