package eu.jalon.mail;

import eu.jalon.shared.text.Choice;

/** A sort order of e-mails: a column, in descending order if its key begins with a hyphen. */
public record EmailSort(Column column, boolean descending) {

  /** The columns by which e-mails can be sorted. */
  public enum Column {
    QUEUED("queued"),
    SUBJECT("subject"),
    TO("to"),
    STATUS("status");

    private final String key;

    Column(String key) {
      this.key = key;
    }

    public String key() {
      return key;
    }
  }

  public static final EmailSort LATEST = new EmailSort(Column.QUEUED, true);

  /** Parses the key of a sort order; rejects an unknown one. */
  public static EmailSort of(String key) {
    boolean descending = key.startsWith("-");
    return new EmailSort(
        Choice.required(Column.values(), Column::key, "sort", descending ? key.substring(1) : key),
        descending);
  }

  public String key() {
    return (descending ? "-" : "") + column.key();
  }
}
