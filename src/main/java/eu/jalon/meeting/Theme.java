package eu.jalon.meeting;

import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;

/** A numbered section of a declaration; 0 if the conclusions of a meeting have no numbers. */
public record Theme(MeetingId meeting, int number, LocalText title) {}
