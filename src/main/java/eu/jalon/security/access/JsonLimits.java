package eu.jalon.security.access;

import com.fasterxml.jackson.core.StreamReadConstraints;

/** Parser limits for JSON from clients; the body size is limited by {@code RequestBodyFilter}. */
public final class JsonLimits {

  /**
   * The largest legitimate body, a launch of several hundred commitments, has a few thousand values
   * on five levels.
   */
  public static final StreamReadConstraints CONSTRAINTS =
      StreamReadConstraints.builder()
          .maxNestingDepth(50)
          .maxNameLength(1_000)
          .maxNumberLength(100)
          .maxTokenCount(50_000)
          .build();

  private JsonLimits() {}
}
