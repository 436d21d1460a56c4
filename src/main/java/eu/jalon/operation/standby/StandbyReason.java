package eu.jalon.operation.standby;

/** Why a node does not plan or send. */
public enum StandbyReason {
  /** Its clock differs from the database's by more than a minute. */
  CLOCK,
  /** The database belongs to another instance: it is a restored copy. */
  INSTANCE,
  /** A newer release has used the database: an upgrade goes on, and this node is to be replaced. */
  RELEASE
}
