package eu.jalon.pages.overdue;

/** How long something has been overdue, in the steps that lead to other measures. */
enum Age {
  OVER_SIXTY,
  OVER_THIRTY,
  OVER_FOURTEEN,
  RECENT;

  static Age of(int overdueDays) {
    if (overdueDays > 60) {
      return OVER_SIXTY;
    }
    if (overdueDays > 30) {
      return OVER_THIRTY;
    }
    return overdueDays > 14 ? OVER_FOURTEEN : RECENT;
  }
}
