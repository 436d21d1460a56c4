package eu.jalon.security.login;

import eu.jalon.TestDatabase;

class LoginThrottleH2Test extends LoginThrottleTest {

  LoginThrottleH2Test() {
    super(TestDatabase.H2);
  }
}
