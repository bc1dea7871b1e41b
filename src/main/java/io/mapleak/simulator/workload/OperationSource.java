package io.mapleak.simulator.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Makes the operations of a workload in the order of their moments, whatever runs them. The same
 * seed makes the same operations.
 */
final class OperationSource {
  private final List<Phase> phases;
  private final LiveKeys keys;
  private final @Nullable Expiry expiry;
  private final SplittableRandom random;
  private final SplittableRandom lifetimes;
  private final OperationCounts.Counter counter = new OperationCounts.Counter();

  private int phaseIndex;
  private long phaseEnd;
  private Lifetime lifetime = Lifetime.FOREVER;
  private List<OperationStream> streams = List.of();
  private final List<EventTimes> wholeRun;
  private List<EventTimes> events = List.of();
  private @Nullable EventTimes pending;
  private long pendingEntries;
  private boolean expiring;
  private long now;

  OperationSource(Workload workload, LiveKeys keys, long seed) {
    phases = workload.phases();
    this.keys = keys;
    random = new SplittableRandom(seed);
    lifetimes = random.split();
    boolean expires = phases.stream().anyMatch(p -> p.lifetime().kind() != Lifetime.Kind.FOREVER);
    expiry = expires ? new Expiry(workload.nanos()) : null;
    wholeRun = times(workload.events(), 0, workload.nanos());
    begin(0);
  }

  private List<EventTimes> times(List<Event> all, long start, long end) {
    return all.stream().map(event -> new EventTimes(event, start, end, random)).toList();
  }

  /** Keys of the largest key space of a workload. */
  static int space(Workload workload) {
    long space = 0;
    for (Event event : workload.events()) {
      space = Math.max(space, event.keys().space());
    }
    for (Phase phase : workload.phases()) {
      for (Stream stream : phase.streams()) {
        space = Math.max(space, stream.keys().space());
      }
      for (Event event : phase.events()) {
        space = Math.max(space, event.keys().space());
      }
    }
    return (int) space;
  }

  OperationCounts counts() {
    return counter.counts();
  }

  private void begin(long start) {
    Phase phase = phases.get(phaseIndex);
    phaseEnd = start + phase.nanos();
    lifetime = phase.lifetime();
    streams = new ArrayList<>();
    for (Stream stream : phase.streams()) {
      streams.add(new OperationStream(stream, start, phase.nanos(), random));
    }
    events = new ArrayList<>(wholeRun);
    events.addAll(times(phase.events(), start, phaseEnd));
  }

  /**
   * Fills an empty batch with what comes next.
   *
   * @param until nothing after this moment is done
   * @return whether there is more to be done until then
   */
  boolean fill(Batch batch, long until) {
    keys.recycle();
    while (!batch.isFull()) {
      if (pending != null) {
        if (goOn(pending, batch)) {
          return true;
        }
      } else if (expiring) {
        expire(batch);
      } else if (!step(batch, until)) {
        return false;
      }
    }
    return true;
  }

  /** Goes on to the next moment at which anything but an operation happens; false at the end. */
  private boolean step(Batch batch, long until) {
    EventTimes event = nextEvent();
    long eventAt = event == null ? Long.MAX_VALUE : event.next();
    long pageEnd = expiry == null ? Long.MAX_VALUE : expiry.pageEnd();
    long horizon = Math.min(Math.min(until, phaseEnd), Math.min(eventAt, pageEnd));
    if (!operate(batch, horizon)) {
      return true;
    }
    now = horizon;
    if (horizon == pageEnd) {
      expiring = true;
    } else if (event != null && horizon == eventAt) {
      pending = event;
      pendingEntries = event.entries(keys.size());
      event.advance();
    } else if (horizon == until) {
      return false;
    } else {
      phaseIndex++;
      begin(phaseEnd);
    }
    return true;
  }

  private @Nullable EventTimes nextEvent() {
    EventTimes next = null;
    for (int i = 0; i < events.size(); i++) {
      EventTimes event = events.get(i);
      if (next == null || event.next() < next.next()) {
        next = event;
      }
    }
    return next;
  }

  /** Does the operations up to a moment; false when the batch is full before. */
  private boolean operate(Batch batch, long horizon) {
    while (true) {
      OperationStream next = null;
      for (int i = 0; i < streams.size(); i++) {
        OperationStream stream = streams.get(i);
        if (next == null || stream.next() < next.next()) {
          next = stream;
        }
      }
      if (next == null || next.next() > horizon) {
        return true;
      }
      if (batch.isFull()) {
        return false;
      }
      now = next.next();
      switch (next.stream().kind()) {
        case INSERT -> insert(next.picker(), batch);
        case UPDATE -> update(next.picker(), batch);
        case DELETE -> delete(next.picker(), batch);
        case LOOKUP -> lookup(next, batch);
      }
      next.advance();
    }
  }

  private void insert(Picker picker, Batch batch) {
    if (!picker.choice().hasSpace()) {
      put(keys.addNew(), batch);
      return;
    }
    int key = picker.pick((int) picker.choice().space());
    if (keys.contains(key)) {
      refresh(key, batch);
    } else {
      keys.add(key);
      put(key, batch);
    }
  }

  private void put(int key, Batch batch) {
    batch.add(Batch.ASSIGN, key);
    counter.inserts++;
    if (expiry != null && lifetime.kind() != Lifetime.Kind.FOREVER) {
      expiry.add(key, now + drawLifetime());
    }
  }

  private long drawLifetime() {
    return switch (lifetime.kind()) {
      case FOREVER, FIXED, IDLE -> lifetime.first();
      case UNIFORM -> lifetimes.nextLong(lifetime.first(), lifetime.second());
      case EXPONENTIAL -> (long) (-StrictMath.log(1 - lifetimes.nextDouble()) * lifetime.first());
    };
  }

  private void refresh(int key, Batch batch) {
    batch.add(Batch.ASSIGN, key);
    counter.updates++;
    if (expiry != null && lifetime.kind() == Lifetime.Kind.IDLE) {
      expiry.remove(key);
      expiry.add(key, now + lifetime.first());
    }
  }

  /** A key of the key space, or one that is there; one that never is where the map is empty. */
  private int pick(Picker picker) {
    if (picker.choice().hasSpace()) {
      return picker.pick((int) picker.choice().space());
    }
    if (keys.size() == 0) {
      return keys.absentKey();
    }
    return picker.choice().equals(KeyChoice.NEWEST)
        ? keys.newest()
        : keys.at(picker.pick(keys.size()));
  }

  private void update(Picker picker, Batch batch) {
    int key = pick(picker);
    if (keys.contains(key)) {
      refresh(key, batch);
    }
  }

  private void delete(Picker picker, Batch batch) {
    boolean eldest = picker.choice().equals(KeyChoice.SEQUENTIAL) && keys.size() > 0;
    remove(eldest ? keys.oldest() : pick(picker), batch);
  }

  private void remove(int key, Batch batch) {
    batch.add(Batch.DELETE, key);
    if (keys.remove(key)) {
      counter.deletes++;
      if (expiry != null) {
        expiry.remove(key);
      }
    }
  }

  private void lookup(OperationStream stream, Batch batch) {
    double miss = stream.stream().miss();
    boolean misses = miss > 0 && random.nextDouble() < miss;
    batch.add(Batch.LOOKUP, misses ? keys.absentKey() : pick(stream.picker()));
    counter.lookups++;
  }

  private void expire(Batch batch) {
    if (expiry == null) {
      throw new IllegalStateException("nothing expires");
    }
    int key = expiry.due();
    if (key == Expiry.NONE) {
      expiry.turn();
      expiring = false;
    } else {
      remove(key, batch);
    }
  }

  /** Does the next part of an event; true where the batch must end here. */
  private boolean goOn(EventTimes times, Batch batch) {
    Event.Action action = times.event().action();
    if (action.hasAmount() && pendingEntries > 0 && !(isDelete(action) && keys.size() == 0)) {
      pendingEntries--;
      if (isDelete(action)) {
        delete(times.picker(), batch);
      } else {
        insert(times.picker(), batch);
      }
      return false;
    }
    pending = null;
    if (!action.hasAmount()) {
      counter.events++;
    }
    switch (action) {
      case INSERT, DELETE -> {
        return false;
      }
      case CLEAR -> empty(batch, Batch.CLEAR);
      case MAKE -> empty(batch, Batch.MAKE);
      case RANGE -> batch.add(Batch.RANGE, keys.absentKey());
      case REBUILD -> {
        batch.add(Batch.REBUILD, keys.absentKey());
        return true;
      }
    }
    return false;
  }

  private static boolean isDelete(Event.Action action) {
    return action == Event.Action.DELETE;
  }

  private void empty(Batch batch, byte code) {
    if (expiry != null) {
      for (int i = 0; i < keys.size(); i++) {
        expiry.remove(keys.at(i));
      }
    }
    keys.clear();
    batch.add(code, keys.absentKey());
  }
}
