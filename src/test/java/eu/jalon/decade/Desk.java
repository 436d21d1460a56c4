package eu.jalon.decade;

import eu.jalon.directory.Availability;
import eu.jalon.nudge.ItemAnswers;
import eu.jalon.outbox.MailRefusals;
import eu.jalon.register.ActionItems;
import eu.jalon.register.CommitmentActs;
import eu.jalon.register.Register;
import eu.jalon.register.SummitClosing;
import eu.jalon.register.SummitMove;
import eu.jalon.register.Summits;
import org.camunda.bpm.engine.TaskService;

/** The doors through which people act. */
record Desk(
    ActionItems items,
    ItemAnswers answers,
    CommitmentActs acts,
    Availability availability,
    Register register,
    Summits summits,
    SummitMove move,
    SummitClosing closing,
    MailRefusals refusals,
    TaskService tasks) {}
