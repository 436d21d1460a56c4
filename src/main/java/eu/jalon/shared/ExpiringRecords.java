package eu.jalon.shared;

import java.time.Instant;

/** Records of a module that are deleted when they have been kept long enough. */
public interface ExpiringRecords {

  /** The name of the property under {@code jalon.retention} that says how long they are kept. */
  String kind();

  /**
   * Deletes the oldest records in a transaction of its own.
   *
   * @param limit records of this instant and later are kept
   * @param batch the number of records that are deleted at most
   * @return the number of deleted records; less than the batch if none is left
   */
  int deleteBefore(Instant limit, int batch);
}
