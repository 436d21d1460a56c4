package eu.jalon.shared;

import java.time.Instant;

/** Records of a module that are deleted when they have been kept long enough. */
public interface ExpiringRecords {

  /**
   * What they are called in the record of their deletion; where a property under {@code
   * jalon.retention} says how long they are kept, its name.
   */
  String kind();

  /**
   * Deletes the oldest records in a transaction of its own.
   *
   * @param limit records of this instant and later are kept
   * @param batch the number of records that are deleted at most
   * @return the number of deleted records; less than the batch if none is left
   */
  int deleteBefore(Instant limit, int batch);

  /**
   * The earlier of an instant and now by the system's clock: for records that expire by it, because
   * the application's clock is offset in a demo.
   */
  static Instant notAfterNow(Instant limit) {
    Instant now = Instant.now();
    return limit.isBefore(now) ? limit : now;
  }
}
