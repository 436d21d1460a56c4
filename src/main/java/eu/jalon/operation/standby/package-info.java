/** Whether this node may plan and send, or stands aside. */
@NullMarked
@NamedInterface("standby")
package eu.jalon.operation.standby;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
