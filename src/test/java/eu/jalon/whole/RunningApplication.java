package eu.jalon.whole;

/** What each group of tests of the whole application is written with. */
interface RunningApplication {

  Calls calls();

  Records records();
}
