package eu.jalon.intake.propose;

/**
 * The tables of words that proposals are made with.
 *
 * @param tracks the kind of work
 * @param fields the fields of policy and the names of ministries
 */
public record ProposalTables(OwnerWords ownerWords, WordTable tracks, WordTable fields) {}
