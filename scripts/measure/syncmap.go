package main

import (
	"encoding/json"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
)

// syncMapLine is one line of output: bytes that the sync.Map's own methods allocated, live or not, all told and per key.
type syncMapLine struct {
	Go          string  `json:"go"`
	Pattern     string  `json:"pattern"`
	Keys        int     `json:"keys"`
	Bytes       uint64  `json:"bytes"`
	BytesPerKey float64 `json:"bytes_per_key"`
}

// What follows the Store of each new key.
var syncMapPatterns = []struct {
	name  string
	after func(m *sync.Map, key, missing any)
}{
	{"store", func(*sync.Map, any, any) {}},
	{"store+load-missing", func(m *sync.Map, _, missing any) { m.Load(missing) }},
	{"store+4-loads", func(m *sync.Map, key, _ any) {
		for i := 0; i < 4; i++ {
			m.Load(key)
		}
	}},
	{"store+range", func(m *sync.Map, _, _ any) { m.Range(func(any, any) bool { return true }) }},
}

func measureSyncMap(lines *json.Encoder) {
	for _, n := range []int{1000, 2000, 4000} {
		keys := keysOf(n, boxed)
		var missing any = "missing"
		for _, p := range syncMapPatterns {
			bytes := allocatedBytes(func() {
				m := new(sync.Map)
				for _, k := range keys {
					m.Store(k, k)
					p.after(m, k, missing)
				}
			})
			lines.Encode(syncMapLine{
				Go: strings.TrimPrefix(runtime.Version(), "go"), Pattern: p.name, Keys: n, Bytes: bytes,
				BytesPerKey: float64(bytes) / float64(n),
			})
		}
	}
}

// allocatedBytes returns what run allocates. Each map has its own seed, so two runs need not agree.
func allocatedBytes(run func()) uint64 {
	runtime.GC()
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	run()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}
