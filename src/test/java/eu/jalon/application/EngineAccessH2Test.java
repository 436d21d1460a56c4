package eu.jalon.application;

import eu.jalon.DemoOnH2;

@DemoOnH2
class EngineAccessH2Test extends EngineAccessTest {}
