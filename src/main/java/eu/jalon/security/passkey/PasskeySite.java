package eu.jalon.security.passkey;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The site that passkeys belong to, by the public address of Jalon.
 *
 * @param host the relying party id
 * @param origin the address as browsers write it: without a path and without the usual port
 */
record PasskeySite(String host, String origin) {

  private static final Pattern NAME = Pattern.compile("(?=.*[a-z])[a-z0-9.-]+");

  /**
   * The site of an address; empty where browsers offer no passkeys: without https, except on
   * localhost, and for an IP address.
   */
  static Optional<PasskeySite> of(String baseUrl) {
    URI address = URI.create(baseUrl.toLowerCase(Locale.ROOT));
    String scheme = String.valueOf(address.getScheme());
    String host = String.valueOf(address.getHost());
    boolean secure = scheme.equals("https") || host.equals("localhost");
    if (!secure || address.getHost() == null || !NAME.matcher(host).matches()) {
      return Optional.empty();
    }
    boolean usual = address.getPort() == (scheme.equals("https") ? 443 : 80);
    String port = address.getPort() < 0 || usual ? "" : ":" + address.getPort();
    return Optional.of(new PasskeySite(host, scheme + "://" + host + port));
  }
}
