package eu.jalon.application;

import eu.jalon.DemoOnH2;

@DemoOnH2
class CommitmentCorrectionH2Test extends CommitmentCorrectionTest {}
