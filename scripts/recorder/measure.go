package main

import (
	"errors"
	"runtime"
	"runtime/debug"
)

// Replays until two agree: the runtime allocates something of its own in one of thousands.
const maxReplays = 40

// Collections after which a heap that still changes is given up.
const maxCollections = 50

// allocated is the growth of MemStats.TotalAlloc and MemStats.Mallocs.
type allocated struct{ bytes, mallocs uint64 }

// measurement is what the map's own operations allocated up to each checkpoint, and what dropping it gave back.
type measurement struct {
	allocated []allocated
	gcLive    int
}

// measure replays the operations with the recorded seeds and nothing between them but looks at MemStats. The counts
// stand when two replays agree; the bytes that dropping the map gives back, when they are what was found reachable.
func measure(r *recording) (*measurement, error) {
	last := r.checkpoints[len(r.checkpoints)-1].memory
	var previous, current []allocated
	agreed, gcLive := false, -1
	for i := 0; i < maxReplays; i++ {
		previous, current = current, replay(r, previous)
		if again := r.target.inspect(); again != last {
			return nil, errors.New("a replay with the same seeds ended in another state")
		}
		agreed = agreed || equal(previous, current)
		if !agreed {
			continue
		}
		full := settledHeap()
		r.target.drop()
		gcLive = full - settledHeap()
		if gcLive == last.live {
			return &measurement{current, gcLive}, nil
		}
	}
	if !agreed {
		return nil, errors.New("no two replays allocate the same")
	}
	return nil, errors.New("dropping the map gave back other bytes than were reachable")
}

// replay fills and returns the array that it is given, if it is given one. No garbage is collected meanwhile: each byte
// that is allocated has to be the map's.
func replay(r *recording, result []allocated) []allocated {
	if result == nil {
		result = make([]allocated, len(r.checkpoints))
	}
	r.target.drop()
	runtime.GC()
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	var s runtime.MemStats
	runtime.ReadMemStats(&s)
	bytes, mallocs := s.TotalAlloc, s.Mallocs
	next := 0
	for i, step := range r.steps {
		r.target.perform(step.op, int(step.key))
		if r.target.seed() != step.seed {
			r.target.setSeed(step.seed)
		}
		if i+1 == r.checkpoints[next].after {
			runtime.ReadMemStats(&s)
			result[next] = allocated{s.TotalAlloc - bytes, s.Mallocs - mallocs}
			next++
		}
	}
	return result
}

func equal(a, b []allocated) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
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
