package oidc.server;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/** Keeps the issuer's library, which is there for a test, out of every application under test. */
public final class NoIssuerInside implements AutoConfigurationImportFilter {

  private static final String ISSUER =
      "org.springframework.boot.autoconfigure.security.oauth2.server.";

  @Override
  public boolean[] match(String[] classes, AutoConfigurationMetadata metadata) {
    boolean[] wanted = new boolean[classes.length];
    for (int i = 0; i < classes.length; i++) {
      wanted[i] = classes[i] == null || !classes[i].startsWith(ISSUER);
    }
    return wanted;
  }
}
