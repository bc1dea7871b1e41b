package io.mapleak.site;

/**
 * Small objects allocated beside a map: its keys, its values, or what they hold. Where there is one
 * for each entry, their number is the best count of the entries.
 *
 * @param at the line that allocates them
 * @param leafAddress the call instruction
 * @param distance calls between that line and the map's, up and down the stack; 0: the same
 *     function, or the source says that the map keeps what is made there
 * @param count live objects
 * @param sampled samples that this count rests on, as if all were of one size
 * @param made objects made since the process began
 * @param madeSampled samples that this rests on
 * @param inuseBytes live bytes
 */
record Companion(
    CodeLine at,
    long leafAddress,
    int distance,
    double count,
    double sampled,
    double made,
    double madeSampled,
    double inuseBytes) {
  /** Standard errors of a 95 % range. */
  private static final double Z = 1.96;

  /** The same companion at another distance. */
  Companion withDistance(int calls) {
    return new Companion(at, leafAddress, calls, count, sampled, made, madeSampled, inuseBytes);
  }

  /** Relative standard error of the count. */
  double error() {
    return sampled > 0 ? 1 / Math.sqrt(sampled) : 1;
  }

  /** Objects that one sample stands for. */
  double weight() {
    return sampled > 0 ? count / sampled : made / madeSampled;
  }

  /** Least live objects, at about 97.5 %. */
  double low() {
    return weight() * Math.max(0, sampled - Z * Math.sqrt(sampled));
  }

  /** Most live objects, at about 97.5 %. */
  double high() {
    return weight() * (sampled + Z * Math.sqrt(sampled + 0.25) + Z * Z / 2);
  }

  /** Share of the objects ever made that are alive. */
  double survival() {
    return made > 0 ? count / made : 0;
  }
}
