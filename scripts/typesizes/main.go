// Tells what a map has to know of well-known types of the library, on the Go release that runs it, as JSON lines.
package main

import (
	"bytes"
	"container/list"
	"context"
	"database/sql"
	"encoding/json"
	"io"
	"io/fs"
	"math/big"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"os"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// typeLine is one line of output: what a map has to know of a type.
type typeLine struct {
	Go         string `json:"go"`
	Type       string `json:"type"`
	Size       uint64 `json:"size"`
	Align      int    `json:"align"`
	Pointers   bool   `json:"pointers"`
	Comparable bool   `json:"comparable"`
}

// One nil pointer to each type of the library that is known by name.
var libraryTypes = []any{
	(*time.Time)(nil), (*time.Duration)(nil), (*time.Month)(nil), (*time.Weekday)(nil),
	(*netip.Addr)(nil), (*netip.AddrPort)(nil), (*netip.Prefix)(nil),
	(*net.IP)(nil), (*net.IPMask)(nil), (*net.HardwareAddr)(nil), (*net.IPNet)(nil),
	(*net.TCPAddr)(nil), (*net.UDPAddr)(nil), (*net.Addr)(nil), (*net.Conn)(nil),
	(*url.Values)(nil), (*http.Header)(nil), (*http.Handler)(nil), (*http.HandlerFunc)(nil),
	(*json.RawMessage)(nil), (*json.Number)(nil),
	(*bytes.Buffer)(nil), (*strings.Builder)(nil),
	(*io.Reader)(nil), (*io.Writer)(nil), (*io.Closer)(nil), (*io.ReadCloser)(nil), (*fs.FileMode)(nil),
	(*sync.Mutex)(nil), (*sync.RWMutex)(nil), (*sync.Once)(nil), (*sync.WaitGroup)(nil),
	(*atomic.Bool)(nil), (*atomic.Int32)(nil), (*atomic.Uint32)(nil), (*atomic.Int64)(nil), (*atomic.Uint64)(nil),
	(*atomic.Uintptr)(nil), (*atomic.Pointer[int])(nil), (*atomic.Value)(nil),
	(*big.Int)(nil), (*big.Rat)(nil),
	(*sql.NullString)(nil), (*sql.NullInt64)(nil), (*sql.NullInt32)(nil), (*sql.NullFloat64)(nil),
	(*sql.NullBool)(nil), (*sql.NullTime)(nil),
	(*list.Element)(nil), (*list.List)(nil), (*context.Context)(nil), (*context.CancelFunc)(nil),
	(*reflect.Type)(nil), (*reflect.Kind)(nil),
}

func main() {
	lines := json.NewEncoder(os.Stdout)
	for _, pointer := range libraryTypes {
		t := reflect.TypeOf(pointer).Elem()
		lines.Encode(typeLine{
			Go: strings.TrimPrefix(runtime.Version(), "go"), Type: t.String(), Size: uint64(t.Size()), Align: t.Align(),
			Pointers: hasPointers(t), Comparable: t.Comparable(),
		})
	}
}

func hasPointers(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Array:
		return t.Len() > 0 && hasPointers(t.Elem())
	case reflect.Struct:
		for i := 0; i < t.NumField(); i++ {
			if hasPointers(t.Field(i).Type) {
				return true
			}
		}
		return false
	case reflect.Chan, reflect.Func, reflect.Interface, reflect.Map, reflect.Pointer, reflect.Slice, reflect.String,
		reflect.UnsafePointer:
		return true
	}
	return false
}
