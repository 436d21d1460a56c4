package eu.jalon.meeting;

import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;

/** One numbered section of a declaration; 0 where a meeting's conclusions have no numbers. */
public record Theme(MeetingId origin, int number, LocalText title) {}
