package eu.jalon.directory.people;

import eu.jalon.DemoOnH2;

@DemoOnH2
class PersonLifeH2Test extends PersonLifeTest {}
