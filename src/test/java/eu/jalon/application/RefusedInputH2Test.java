package eu.jalon.application;

import eu.jalon.DemoOnH2;

@DemoOnH2
class RefusedInputH2Test extends RefusedInputTest {}
