package eu.jalon.application;

import eu.jalon.DemoOnH2;

@DemoOnH2
class ParallelActsH2Test extends ParallelActsTest {}
