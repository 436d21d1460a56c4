package eu.jalon.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Client addresses for limits and the audit log. */
public final class RemoteAddress {

  private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]+:[0-9a-fA-F:.]*");
  private static final int NETWORK_BYTES = 8;

  private RemoteAddress() {}

  /** The client address of a sign-in attempt; empty without a request. */
  public static String of(Authentication attempt) {
    return attempt.getDetails() instanceof WebAuthenticationDetails details
            && details.getRemoteAddress() != null
        ? details.getRemoteAddress()
        : "";
  }

  /**
   * The network of one subscriber: an IPv4 address, or the /64 prefix of an IPv6 address (RFC
   * 4291).
   */
  public static String network(String address) {
    String bare = address.replaceFirst("%.*$", "");
    if (!LITERAL.matcher(bare).matches()) {
      return address;
    }
    try {
      InetAddress parsed = InetAddress.getByName(bare);
      return parsed instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES)) + "::/64"
          : parsed.getHostAddress();
    } catch (UnknownHostException notAnAddress) {
      return address;
    }
  }
}
