package io.mapleak.pprof;

/**
 * One record of a heap profile in text form while it is read. Go follows it with a line {@code
 * #\taddress\tfunction+0x10 \tfile:line} for each frame that it does not hide ({@code
 * printStackRecord} in runtime/pprof/pprof.go); the address is that of the record less 1.
 */
final class GoRecord {
  private final TextLocations locations;
  private final TextFunctions functions;
  private final TextSamples samples;
  private final LongList addresses = new LongList(64);
  private boolean open;
  private long block;
  private long[] values = {};
  private int named; // frames before this one have their symbol line behind them
  private int firstNamed = -1;
  private boolean repeated; // the lines of the frame named last are known from a record before
  private int cut;

  GoRecord(TextLocations locations, TextFunctions functions, TextSamples samples) {
    this.locations = locations;
    this.functions = functions;
    this.samples = samples;
  }

  /** Begins a record with its values. */
  void begin(long blockSize, long... sampleValues) {
    open = true;
    block = blockSize;
    values = sampleValues;
    addresses.size = 0;
    named = 0;
    firstNamed = -1;
  }

  /** Adds an address of the record's stack, leaf first. */
  void address(TextLines lines, long address, Limits limits) throws FormatException {
    if (addresses.size == limits.stackDepth()) {
      throw lines.tooMuch(
          "has a stack of more than " + limits.stackDepth() + " locations", "--max-stack-depth");
    }
    addresses.add(address);
  }

  /** Reads a comment line; one that names no frame of the record is passed over. */
  void symbol(TextLines lines) throws FormatException {
    TextCursor cursor = new TextCursor(lines);
    cursor.take("#");
    if (!open || !cursor.at("0x")) {
      return;
    }
    long address = cursor.address();
    int frame = named;
    while (frame < addresses.size && addresses.get(frame) != address) {
      frame++;
    }
    boolean inlined = frame == addresses.size && named > 0 && addresses.get(named - 1) == address;
    if (cursor.atEnd() || (frame == addresses.size && !inlined)) {
      return;
    }
    boolean known =
        !inlined && locations.find(address) >= 0 && locations.hasLines(locations.find(address));
    named = inlined ? named : frame + 1;
    firstNamed = firstNamed < 0 ? named - 1 : firstNamed;
    repeated = inlined ? repeated : known;
    if (!repeated) {
      addLine(lines, address, cursor.rest());
    }
  }

  private void addLine(TextLines lines, long address, String symbol) throws FormatException {
    int tab = symbol.indexOf('\t');
    String name = tab < 0 ? symbol : symbol.substring(0, tab);
    String place = tab < 0 ? "" : symbol.substring(tab).strip();
    int plus = name.lastIndexOf("+0x");
    int colon = place.lastIndexOf(':');
    boolean numbered =
        colon >= 0 && colon + 1 < place.length() && Character.isDigit(place.charAt(colon + 1));
    long number = numbered ? new TextCursor(lines, place.substring(colon + 1)).number() : 0;
    String file = numbered ? place.substring(0, colon) : place;
    int function = functions.index(lines, plus < 0 ? name : name.substring(0, plus), file);
    locations.addLine(lines, locations.at(lines, address), function, number);
  }

  /** Ends the record, if one was begun: what has a name, and what lies between, is its stack. */
  void end(TextLines lines) throws FormatException {
    if (!open) {
      return;
    }
    open = false;
    int from = Math.max(firstNamed, 0);
    int to = firstNamed < 0 ? addresses.size : named;
    for (int i = from; i < to; i++) {
      samples.push(lines, locations.at(lines, addresses.get(i)));
    }
    cut += to - from < addresses.size ? 1 : 0;
    samples.add(lines, block, values);
  }

  /** Number of stacks of which frames without a name were left out. */
  int cut() {
    return cut;
  }
}
