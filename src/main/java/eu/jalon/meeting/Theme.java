package eu.jalon.meeting;

import eu.jalon.shared.LocalText;
import eu.jalon.shared.MeetingId;

/** A numbered section of a declaration; 0 if the conclusions of a meeting have no numbers. */
public record Theme(MeetingId meeting, int number, LocalText title) {

  /**
   * The first number for themes that continue one of an earlier meeting. The declaration of a
   * meeting is usually launched after its closing: the lower numbers are left to it, so that a
   * reference names the theme and the step as the declaration prints them.
   */
  public static final int FIRST_CARRIED_OVER = 50;

  public static final int LAST = 99;
}
