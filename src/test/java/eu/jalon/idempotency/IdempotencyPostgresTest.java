package eu.jalon.idempotency;

import eu.jalon.DemoOnPostgres;

@DemoOnPostgres
class IdempotencyPostgresTest extends IdempotencyTest {}
