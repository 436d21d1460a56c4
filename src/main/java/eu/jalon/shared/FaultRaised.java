package eu.jalon.shared;

/**
 * Published once for each fault, in the transaction in which it was noticed.
 *
 * @param id differs from that of an earlier fault of the same kind
 */
public record FaultRaised(long id, Fault fault) {}
