package eu.jalon.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import eu.jalon.OneApplicationListener;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Each row of the benchmark but the starts can be measured, here with few items in one application.
 */
@Tag("integration")
@Tag("isolated")
class BenchmarkTest {

  private static final int PEOPLE = 5;
  private static final int ITEMS = 10;
  private static final int STEPS = 40;

  @Test
  void eachRowIsMeasured() throws Exception {
    OneApplicationListener.closeRunning();
    GreenMail mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    mail.start();
    int port = mail.getSmtp().getPort();
    List<Ratio> rows = new ArrayList<>();
    try (ConfigurableApplicationContext application =
        ManyItemsApplication.application(
            "--spring.mail.host=127.0.0.1", "--spring.mail.port=" + port)) {
      rows.add(EntryBenchmark.measure(application, ITEMS));
      rows.add(IntakeBenchmark.measure(application, STEPS));
      rows.addAll(MeetingMoveBenchmark.measure(application, ITEMS));
      ManyItemsApplication.fill(application.getBean(JdbcClient.class), ITEMS, PEOPLE);
      rows.addAll(RoundBenchmark.measure(application, ITEMS, PEOPLE, 1));
      rows.add(MailBenchmark.measure(application, port, PEOPLE));
      String pages = PageBenchmark.measure(application, 100, 1);

      assertThat(rows).hasSize(8).allSatisfy(row -> assertThat(row.value()).isPositive());
      assertThat(pages.lines().filter(line -> line.matches("\\| .*`/.*"))).hasSize(10);
      assertThat(mail.getReceivedMessages()).hasSizeGreaterThanOrEqualTo(PEOPLE);
    } finally {
      mail.stop();
    }
  }
}
