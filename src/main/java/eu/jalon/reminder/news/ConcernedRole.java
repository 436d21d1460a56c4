package eu.jalon.reminder.news;

/**
 * Why a change concerns a person; who has several roles is told once, in the way that comes first
 * in {@link Telling}. Substitutes of absent people hear in the role of those they replace.
 */
public enum ConcernedRole {
  /** Asked for what the change grants, refuses or declines: a person, or a coordination. */
  REQUESTER,
  /** Of the ministry that leads for the party on whose side the change was made. */
  LEAD,
  /** Of the lead ministry of another party. */
  OTHER_LEAD,
  /** Of a ministry that is associated with the commitment. */
  ASSOCIATED,
  /** A coordinator of the party on whose side the change was made. */
  OWN_COORDINATION,
  /** A coordinator of another party that takes part. */
  OTHER_COORDINATION,
  /** Of a ministry that took part until the change, and may not see the commitment any more. */
  FORMER_MINISTRY,
  /** Follows the commitment and may see it; a substitute is not told in their place. */
  FOLLOWER
}
