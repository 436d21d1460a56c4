package eu.jalon.simulation;

import eu.jalon.actionitem.ActionItems;
import eu.jalon.commitment.action.CommitmentActions;
import eu.jalon.commitment.entry.CommitmentEntry;
import eu.jalon.directory.absence.Absences;
import eu.jalon.mail.bounce.UndeliverableAddresses;
import eu.jalon.meeting.Meetings;
import eu.jalon.reminder.ReminderAnswers;
import eu.jalon.transition.MeetingClosing;
import eu.jalon.transition.MeetingMove;
import org.camunda.bpm.engine.TaskService;

/** The doors through which people act. */
record ApplicationServices(
    ActionItems items,
    ReminderAnswers answers,
    CommitmentActions acts,
    Absences availability,
    CommitmentEntry register,
    Meetings summits,
    MeetingMove move,
    MeetingClosing closing,
    UndeliverableAddresses refusals,
    TaskService tasks) {}
