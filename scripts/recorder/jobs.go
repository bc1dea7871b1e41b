package main

import (
	"fmt"
	"math"
	"math/rand"
)

// job is a trace to record.
type job struct {
	target   target
	workload workload
	every    int // operations between checkpoints
	seed     int64
}

const (
	smallestMap = 8
	largestMap  = 1500

	// One map in so many is larger: with more directory entries, or with B >= 16 in classic maps.
	largeEvery = 150
	largeMap   = 10_000
	farHint    = 600_000

	// Checkpoints walk the whole map: there are about so many while it fills.
	checkpointsPerFill = 12
	fewestBetween      = 16
)

// Hints at which sizes change, and hints at which they don't.
var hints = []int{0, 5, 8, 9, 12, 13, 14, 24, 26, 27, 48, 52, 53, 100, 104, 105, 112, 113, 208, 448, 896, 897, 1000, 1793, 10_000}

// jobs are one round over all types and workloads, in random order.
func jobs(r *rand.Rand, round int) []job {
	kinds := []func(int) workload{
		grow, growDelRegrow, churn, fillDelRefill, clearing, update8, rangeGrow, tombs, ratchet, waves, mixed, medley,
	}
	if canClone() {
		kinds = append(kinds, cloning)
	}
	var all []job
	add := func(t target, w workload, n int) {
		w.name = fmt.Sprintf("%s%d", w.name, n)
		every := w.entries / checkpointsPerFill
		if every < fewestBetween {
			every = fewestBetween
		}
		if round > 0 {
			w.name += fmt.Sprintf("-r%d", round)
		}
		all = append(all, job{t, w, every, r.Int63n(1 << 40)})
	}
	for _, t := range builtinMaps() {
		for _, kind := range kinds {
			n := mapSize(r)
			w := kind(n)
			if w.name == "update" {
				n = w.entries
			}
			add(withHint(t, w.hint), w, n)
		}
		hint := hints[r.Intn(len(hints))]
		add(withHint(t, hint), hinted(hint), hint)
		if r.Intn(largeEvery/15) == 0 {
			add(withHint(t, farHint), farHinted(farHint), farHint)
		}
	}
	for _, t := range trieTargets() {
		for _, kind := range kinds {
			w := kind(mapSize(r))
			add(t, w, w.entries)
		}
	}
	r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all
}

// mapSize is even on the scale of doublings, as a map's growth is.
func mapSize(r *rand.Rand) int {
	if r.Intn(largeEvery) == 0 {
		return largeMap + r.Intn(largeMap)
	}
	span := math.Log(largestMap) - math.Log(smallestMap)
	return int(smallestMap * math.Exp(r.Float64()*span))
}

func withHint(b *builtinMap, hint int) *builtinMap {
	copied := *b
	copied.hint = hint
	return &copied
}
