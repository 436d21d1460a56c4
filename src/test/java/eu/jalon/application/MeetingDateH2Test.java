package eu.jalon.application;

import eu.jalon.DemoOnH2;

@DemoOnH2
class MeetingDateH2Test extends MeetingDateTest {}
