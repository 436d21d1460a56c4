package eu.jalon.intake.draft;

/** The fields of a draft that tell where their value comes from. */
public enum DraftField {
  TRACK,
  ACCOUNTABLE,
  LEAD_BE,
  LEAD_FR,
  DEADLINE
}
