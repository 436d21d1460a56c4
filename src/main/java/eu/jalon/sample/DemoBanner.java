package eu.jalon.sample;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Logs the address and the accounts of the demo at startup. */
@Component
@Profile("demo")
class DemoBanner {

  private static final Logger LOG = LoggerFactory.getLogger(DemoBanner.class);

  private static final String EXAMPLE =
      """
        example of three parties: coord-de (de), coord-dk, coord-it (en),
                       de-fin, de-tra, dk-fin, dk-tra, it-fin, it-tra
      """;

  private final String address;
  private final String password;
  private final boolean withExample;

  DemoBanner(
      @Value("${jalon.base-url}") String address,
      @Value("${jalon.demo.password}") String password,
      @Value("${jalon.demo.example-series}") boolean withExample) {
    this.address = address;
    this.password = password;
    this.withExample = withExample;
  }

  @EventListener(ApplicationReadyEvent.class)
  public void print() {
    LOG.info(
        """
        Jalon is ready: {}
          coordinators   coord-be, coord-fr
          focal points   be-ibz (fr), be-ibz-nl (nl), be-jus, be-mae, be-def, be-ami, be-fin, be-mob,
                         fr-int, fr-jus, fr-meae, fr-arm, fr-eco, fr-tra
          administrator  admin
        {}  password (all):  {}\
        """,
        address,
        withExample ? EXAMPLE : "",
        password);
  }
}
