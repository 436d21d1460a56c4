package eu.jalon.application;

import eu.jalon.DemoOnH2;

@DemoOnH2
class ActSequencesH2Test extends ActSequencesTest {}
