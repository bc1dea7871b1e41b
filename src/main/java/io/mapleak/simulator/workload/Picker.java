package io.mapleak.simulator.workload;

import java.util.SplittableRandom;

/** Draws positions by a distribution. */
final class Picker {
  private final KeyChoice choice;
  private final SplittableRandom random;
  private final Zipf zipf;
  private int cursor;

  Picker(KeyChoice choice, SplittableRandom random) {
    this.choice = choice;
    this.random = random;
    zipf = new Zipf(choice.kind() == KeyChoice.Kind.ZIPF ? choice.first() : 1);
  }

  KeyChoice choice() {
    return choice;
  }

  /** A position from 0 to {@code n} - 1; n is above 0. */
  int pick(int n) {
    return switch (choice.kind()) {
      case SEQUENTIAL -> next(n);
      case NEWEST -> n - 1;
      case UNIFORM -> random.nextInt(n);
      case ZIPF -> zipf.draw(n, random) - 1;
      case HOT -> hot(n);
    };
  }

  private int next(int n) {
    int position = cursor < n ? cursor : 0;
    cursor = position + 1;
    return position;
  }

  private int hot(int n) {
    int hot = (int) Math.max(1, Math.min(n, Math.round(choice.first() * n)));
    boolean toHot = hot == n || random.nextDouble() < choice.second();
    return toHot ? random.nextInt(hot) : hot + random.nextInt(n - hot);
  }
}
