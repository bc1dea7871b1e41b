// Times the work of MapBenchmark on the real map of the Go release that runs it: one line
// "grow MILLISECONDS" and "mixed MILLISECONDS" per round.
package main

import (
	"fmt"
	"math/rand"
	"runtime"
	"time"
)

const (
	entries    = 1_000_000
	operations = 10_000_000
	rounds     = 9
)

func grow() int {
	m := map[int64]int64{}
	for k := int64(0); k < entries; k++ {
		m[k] = k
	}
	return len(m)
}

func mixed() int64 {
	m := map[int64]int64{}
	r := rand.New(rand.NewSource(1))
	var found int64
	for i := 0; i < operations; i++ {
		k := r.Int63n(entries)
		switch dice := r.Int63n(10); {
		case dice < 5:
			m[k] = k
		case dice < 8:
			if _, ok := m[k]; ok {
				found++
			}
		default:
			delete(m, k)
		}
	}
	return found
}

func main() {
	for i := 0; i < rounds; i++ {
		runtime.GC()
		start := time.Now()
		n := grow()
		fmt.Println("grow", time.Since(start).Milliseconds(), n)
		runtime.GC()
		start = time.Now()
		found := mixed()
		fmt.Println("mixed", time.Since(start).Milliseconds(), found)
	}
}
