package io.mapleak.gomap.syntax;

import java.util.List;

/**
 * Types of Go's library, and a few that many services import, by their declarations, in which only
 * sizes, pointers and equality matter. All have kept their layout from Go 1.19 to 1.27, which
 * scripts/check-size asks of real Go; types that have not (sync.Map, time.Timer, http.Request) are
 * left out.
 */
final class LibraryTypes {
  private static final String BYTES = "[]byte";
  private static final String INTERFACE = "interface{}";

  /** Name and declaration; a declaration may use the names above it. */
  private static final List<Declaration> ALL =
      List.of(
          // src/time
          type("time.Time", "struct{wall uint64; ext int64; loc *Location}"),
          type("time.Duration", "int64"),
          type("time.Month", "int"),
          type("time.Weekday", "int"),
          // src/net, src/net/netip (its zone is a pointer, since 1.23 a unique.Handle)
          type("netip.Addr", "struct{addr struct{hi, lo uint64}; zone *T}"),
          type("netip.AddrPort", "struct{ip netip.Addr; port uint16}"),
          type("netip.Prefix", "struct{ip netip.Addr; bits uint8}"),
          type("net.IP", BYTES),
          type("net.IPMask", BYTES),
          type("net.HardwareAddr", BYTES),
          type("net.IPNet", "struct{IP net.IP; Mask net.IPMask}"),
          type("net.TCPAddr", "struct{IP net.IP; Port int; Zone string}"),
          type("net.UDPAddr", "struct{IP net.IP; Port int; Zone string}"),
          type("net.Addr", INTERFACE),
          type("net.Conn", INTERFACE),
          type("url.Values", "map[string][]string"),
          type("http.Header", "map[string][]string"),
          type("http.Handler", INTERFACE),
          type("http.HandlerFunc", "func()"),
          // src/encoding/json
          type("json.RawMessage", BYTES),
          type("jsontext.Value", BYTES),
          type("json.Number", "string"),
          // src/bytes, src/strings, src/io, src/os
          type("bytes.Buffer", "struct{buf []byte; off int; lastRead int8}"),
          type("strings.Builder", "struct{addr *Builder; buf []byte}"),
          type("io.Reader", INTERFACE),
          type("io.Writer", INTERFACE),
          type("io.Closer", INTERFACE),
          type("io.ReadCloser", INTERFACE),
          type("os.FileMode", "uint32"),
          type("fs.FileMode", "uint32"),
          // src/sync, src/sync/atomic; noCopy is a struct{}
          type("sync.Mutex", "struct{state int32; sema uint32}"),
          type(
              "sync.RWMutex",
              "struct{w sync.Mutex; writerSem, readerSem uint32; readerCount, readerWait int32}"),
          type("sync.Once", "struct{done uint32; m sync.Mutex}"),
          type("sync.WaitGroup", "struct{_ struct{}; state uint64; sema uint32}"),
          type("atomic.Bool", "struct{_ struct{}; v uint32}"),
          type("atomic.Int32", "struct{_ struct{}; v int32}"),
          type("atomic.Uint32", "struct{_ struct{}; v uint32}"),
          type("atomic.Int64", "struct{_ struct{}; v int64}"),
          type("atomic.Uint64", "struct{_ struct{}; v uint64}"),
          type("atomic.Uintptr", "struct{_ struct{}; v uintptr}"),
          type("atomic.Pointer", "struct{_ [0]*T; _ struct{}; v unsafe.Pointer}"),
          type("atomic.Value", "struct{v any}"),
          // src/math/big
          type("big.Int", "struct{neg bool; abs []uint}"),
          type("big.Rat", "struct{a, b big.Int}"),
          // src/database/sql
          type("sql.NullString", "struct{String string; Valid bool}"),
          type("sql.NullInt64", "struct{Int64 int64; Valid bool}"),
          type("sql.NullInt32", "struct{Int32 int32; Valid bool}"),
          type("sql.NullFloat64", "struct{Float64 float64; Valid bool}"),
          type("sql.NullBool", "struct{Bool, Valid bool}"),
          type("sql.NullTime", "struct{Time time.Time; Valid bool}"),
          // src/container/list, src/context, src/reflect
          type("list.Element", "struct{next, prev *Element; list *List; Value any}"),
          type("list.List", "struct{root list.Element; len int}"),
          type("context.Context", INTERFACE),
          type("context.CancelFunc", "func()"),
          type("reflect.Type", INTERFACE),
          type("reflect.Kind", "uint"),
          // github.com/google/uuid v1, github.com/oklog/ulid v2, github.com/rs/xid v1
          type("uuid.UUID", "[16]byte"),
          type("ulid.ULID", "[16]byte"),
          type("xid.ID", "[12]byte"),
          // go.mongodb.org/mongo-driver v1 and v2
          type("primitive.ObjectID", "[12]byte"),
          type("bson.ObjectID", "[12]byte"),
          // github.com/ethereum/go-ethereum/common
          type("common.Hash", "[32]byte"),
          type("common.Address", "[20]byte"));

  private static final TypeNames NAMES = read();

  private record Declaration(String name, String type) {}

  private LibraryTypes() {}

  /** Predeclared types and these. */
  static TypeNames names() {
    return NAMES;
  }

  private static Declaration type(String name, String type) {
    return new Declaration(name, type);
  }

  private static TypeNames read() {
    TypeNames names = TypeNames.predeclared();
    for (Declaration declaration : ALL) {
      try {
        TypeNode node = TypeParser.parse(declaration.type());
        names = names.with(declaration.name(), new TypeLayout(names).of(node, declaration.name()));
      } catch (TypeException e) {
        throw new AssertionError(declaration.name(), e);
      }
    }
    return names;
  }
}
