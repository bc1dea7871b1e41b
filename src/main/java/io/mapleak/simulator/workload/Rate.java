package io.mapleak.simulator.workload;

/**
 * How often something is done.
 *
 * @param count times, 0 or more, finite
 * @param per in which time
 */
public record Rate(double count, Per per) {
  private static final long SECOND = 1_000_000_000;

  /** A unit of time, or the whole phase. */
  public enum Per {
    PHASE("", 0),
    SECOND("/s", Rate.SECOND),
    MINUTE("/min", 60 * Rate.SECOND),
    HOUR("/h", 3600 * Rate.SECOND),
    DAY("/d", 86_400 * Rate.SECOND);

    private final String suffix;
    private final long nanos;

    Per(String suffix, long nanos) {
      this.suffix = suffix;
      this.nanos = nanos;
    }

    /** What follows the count in the text format. */
    public String suffix() {
      return suffix;
    }
  }

  public Rate {
    if (!(count >= 0 && count < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a rate is 0 or more");
    }
  }

  /** So many times in a phase. */
  public static Rate inPhase(long count) {
    return new Rate(count, Per.PHASE);
  }

  /** So many times a second. */
  public static Rate perSecond(double count) {
    return new Rate(count, Per.SECOND);
  }

  /** How often in a phase of this length, to the nearest whole number. */
  public long in(long phaseNanos) {
    double times = per == Per.PHASE ? count : count * ((double) phaseNanos / per.nanos);
    return Math.round(times);
  }
}
