package eu.jalon.security.access;

import com.fasterxml.jackson.core.StreamReadConstraints;

/** What JSON from a client may hold at most; a body's size is bounded before it is read. */
public final class JsonLimits {

  /** A launch of several hundred commitments has some thousand values, five levels deep. */
  public static final StreamReadConstraints CONSTRAINTS =
      StreamReadConstraints.builder()
          .maxNestingDepth(50)
          .maxNameLength(1_000)
          .maxNumberLength(100)
          .maxTokenCount(50_000)
          .build();

  private JsonLimits() {}
}
