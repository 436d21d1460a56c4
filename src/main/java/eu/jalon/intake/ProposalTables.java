package eu.jalon.intake;

import eu.jalon.intake.propose.OwnerWords;
import eu.jalon.intake.propose.WordTable;

/**
 * The tables of words that proposals are made with.
 *
 * @param tracks the kind of work
 * @param fields the fields of policy and the names of ministries
 */
record ProposalTables(OwnerWords ownerWords, WordTable tracks, WordTable fields) {}
