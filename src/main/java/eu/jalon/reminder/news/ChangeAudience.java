package eu.jalon.reminder.news;

import static eu.jalon.reminder.news.ConcernedRole.ASSOCIATED;
import static eu.jalon.reminder.news.ConcernedRole.FOLLOWER;
import static eu.jalon.reminder.news.ConcernedRole.FORMER_MINISTRY;
import static eu.jalon.reminder.news.ConcernedRole.LEAD;
import static eu.jalon.reminder.news.ConcernedRole.OTHER_COORDINATION;
import static eu.jalon.reminder.news.ConcernedRole.OTHER_LEAD;
import static eu.jalon.reminder.news.ConcernedRole.OWN_COORDINATION;
import static eu.jalon.reminder.news.ConcernedRole.REQUESTER;

import eu.jalon.commitment.CommitmentChange;
import java.util.EnumMap;
import java.util.Map;

/**
 * The matrix of changes and roles: whom each type of change concerns, and how they are told. A role
 * that is absent hears nothing.
 */
final class ChangeAudience {

  private ChangeAudience() {}

  static Map<ConcernedRole, Telling> of(CommitmentChange.Type type) {
    return switch (type) {
      case ENTERED -> actionItem(digest(ASSOCIATED, OTHER_COORDINATION), LEAD, OTHER_LEAD);
      case TAKEN_IN_CHARGE -> digest(OTHER_LEAD, ASSOCIATED, FOLLOWER);
      case REPORTED ->
          digest(OTHER_LEAD, ASSOCIATED, OWN_COORDINATION, OTHER_COORDINATION, FOLLOWER);
      case NOTE_ADDED, FILE_ADDED ->
          digest(LEAD, OTHER_LEAD, OWN_COORDINATION, OTHER_COORDINATION, FOLLOWER);
      case VALIDATED, CARRIED_OVER ->
          digest(LEAD, OTHER_LEAD, ASSOCIATED, OTHER_COORDINATION, FOLLOWER);
      case TITLE, SUMMARY, TRACK, ACCOUNTABLE, ASSOCIATED, DEADLINE_RULE, RESTRICTED ->
          digest(LEAD, OTHER_LEAD, ASSOCIATED, OTHER_COORDINATION, FOLLOWER);
      case SENT_BACK -> digest(LEAD, FOLLOWER);
      case FULFILLED, WITHDRAWN, REOPENED, DUE_DATE, SPLIT ->
          digest(LEAD, OTHER_LEAD, ASSOCIATED, OWN_COORDINATION, OTHER_COORDINATION, FOLLOWER);
      case PRIORITY, THEME -> digest(LEAD, OTHER_LEAD, OTHER_COORDINATION, FOLLOWER);
      case APPROVAL_CHOSEN -> digest(OTHER_LEAD, FOLLOWER);
      case INTERVAL_MISSED -> digest(LEAD, OTHER_LEAD, OWN_COORDINATION, FOLLOWER);
      case EXTENSION_ASKED, REASSIGNMENT_ASKED -> actionItem(digest(), OWN_COORDINATION);
      case EXTENSION_RETRACTED, REASSIGNMENT_RETRACTED -> digest(OWN_COORDINATION);
      case EXTENSION_GRANTED, EXTENSION_REFUSED, REASSIGNMENT_REFUSED ->
          digest(REQUESTER, LEAD, FOLLOWER);
      case REASSIGNMENT_GRANTED -> digest(REQUESTER);
      case REASSIGNED ->
          digest(
              FORMER_MINISTRY,
              LEAD,
              OTHER_LEAD,
              ASSOCIATED,
              OWN_COORDINATION,
              OTHER_COORDINATION,
              FOLLOWER);
      case CLOSING_CHOSEN, PROPOSAL_RETRACTED -> digest(OTHER_COORDINATION);
      case PROPOSED -> atOnce(digest(), OTHER_COORDINATION);
      case PROPOSAL_CONFIRMED, PROPOSAL_DECLINED -> atOnce(digest(OTHER_COORDINATION), REQUESTER);
      case TRANSLATED -> digest();
    };
  }

  private static Map<ConcernedRole, Telling> digest(ConcernedRole... roles) {
    return with(new EnumMap<>(ConcernedRole.class), Telling.NEXT_DIGEST, roles);
  }

  private static Map<ConcernedRole, Telling> atOnce(
      Map<ConcernedRole, Telling> others, ConcernedRole... roles) {
    return with(others, Telling.AT_ONCE, roles);
  }

  private static Map<ConcernedRole, Telling> actionItem(
      Map<ConcernedRole, Telling> others, ConcernedRole... roles) {
    return with(others, Telling.ACTION_ITEM, roles);
  }

  private static Map<ConcernedRole, Telling> with(
      Map<ConcernedRole, Telling> others, Telling telling, ConcernedRole... roles) {
    for (ConcernedRole role : roles) {
      others.put(role, telling);
    }
    return others;
  }
}
