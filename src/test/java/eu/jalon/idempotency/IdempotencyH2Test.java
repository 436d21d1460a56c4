package eu.jalon.idempotency;

import eu.jalon.DemoOnH2;

@DemoOnH2
class IdempotencyH2Test extends IdempotencyTest {}
