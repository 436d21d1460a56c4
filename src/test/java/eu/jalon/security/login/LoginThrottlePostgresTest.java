package eu.jalon.security.login;

import eu.jalon.TestDatabase;

class LoginThrottlePostgresTest extends LoginThrottleTest {

  LoginThrottlePostgresTest() {
    super(TestDatabase.POSTGRESQL);
  }
}
