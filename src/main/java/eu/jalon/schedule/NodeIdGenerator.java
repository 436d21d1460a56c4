package eu.jalon.schedule;

import java.util.UUID;
import org.quartz.spi.InstanceIdGenerator;

/** Names this node in Quartz's tables; the host name, Quartz's default, may not resolve. */
public class NodeIdGenerator implements InstanceIdGenerator {

  @Override
  public String generateInstanceId() {
    return UUID.randomUUID().toString();
  }
}
