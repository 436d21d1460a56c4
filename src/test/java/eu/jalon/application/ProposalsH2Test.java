package eu.jalon.application;

import eu.jalon.DemoOnH2;

@DemoOnH2
class ProposalsH2Test extends ProposalsTest {}
