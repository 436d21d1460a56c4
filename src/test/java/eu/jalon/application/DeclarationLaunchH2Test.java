package eu.jalon.application;

import eu.jalon.DemoOnH2;

@DemoOnH2
class DeclarationLaunchH2Test extends DeclarationLaunchTest {}
