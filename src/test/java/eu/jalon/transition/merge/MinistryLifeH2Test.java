package eu.jalon.transition.merge;

import eu.jalon.DemoOnH2;

@DemoOnH2
class MinistryLifeH2Test extends MinistryLifeTest {}
