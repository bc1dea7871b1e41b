package main

import (
	"runtime"
	"runtime/debug"
)

const (
	// Collections after which a heap that still changes is given up.
	maxCollections = 50

	// Maps that are built until the runtime's own objects stay out of one measurement.
	maxAttempts = 50
)

// liveBytes returns the bytes that what build leaves in kept adds to the heap, and that go when it is dropped. Builds
// anew where the two differ, as then something else came or went.
func liveBytes(build func()) int {
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	for i := 0; i < maxAttempts; i++ {
		before := settledHeap()
		build()
		full := settledHeap()
		kept = nil
		if settledHeap() == before {
			return full - before
		}
	}
	panic("something else allocates in every measurement")
}

// settledHeap collects until two collections in a row leave the same heap.
func settledHeap() int {
	last := -1
	for i := 0; i < maxCollections; i++ {
		runtime.GC()
		var s runtime.MemStats
		runtime.ReadMemStats(&s)
		if int(s.HeapAlloc) == last {
			return last
		}
		last = int(s.HeapAlloc)
	}
	panic("the heap doesn't settle")
}
