package bare;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The engine's own starter with its web apps and nothing else. */
@SpringBootApplication
public class BareStarter {

  public static void main(String[] args) {
    SpringApplication.run(BareStarter.class, args);
  }
}
