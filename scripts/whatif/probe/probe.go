// Package probe measures the live heap of a case while it runs.
package probe

import "runtime"

// every is how many inserts lie between two looks: a growth of a large map lasts far longer.
const every = 2000

var (
	on         bool
	base, peak uint64
	ticks      int
)

// Start begins to measure; what is live now does not count.
func Start() {
	on = true
	base = live()
}

// Tick is called for each insert.
func Tick() {
	if ticks++; on && ticks%every == 0 {
		Look()
	}
}

// Look collects garbage and tells the live bytes.
func Look() uint64 {
	if !on {
		return 0
	}
	now := live() - base
	if now > peak {
		peak = now
	}
	return now
}

// Peak is the most that was ever live at a look.
func Peak() uint64 { return peak }

func live() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
