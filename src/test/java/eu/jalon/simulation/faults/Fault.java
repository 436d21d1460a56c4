package eu.jalon.simulation.faults;

/** What goes wrong between a node and the relay. */
enum Fault {
  NONE("nothing"),
  CLOSED("connection closed at once"),
  BANNER_421("421 instead of a greeting"),
  RCPT_450("450 to the recipient"),
  RCPT_550("550 to the recipient"),
  DATA_451("451 to DATA"),
  DOT_452("452 to the final dot, the email not taken"),
  SLOW("a slow answer"),
  HANG("no answer at all"),
  CUT_IN_DATA("cut in the middle of DATA"),
  CUT_AFTER_TAKEN("cut between taking the email and saying so");

  final String words;

  Fault(String words) {
    this.words = words;
  }
}
