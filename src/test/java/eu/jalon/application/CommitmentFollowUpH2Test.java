package eu.jalon.application;

import eu.jalon.DemoOnH2;

@DemoOnH2
class CommitmentFollowUpH2Test extends CommitmentFollowUpTest {}
