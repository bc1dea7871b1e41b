// Command tracer fills a map between collections and records an execution trace of it; it prints the
// live heap after each collection, as the runtime's metrics tell it.
package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/metrics"
	"runtime/trace"
)

func main() {
	f, err := os.Create(os.Args[1])
	if err != nil {
		panic(err)
	}
	if err := trace.Start(f); err != nil {
		panic(err)
	}
	m := map[int]*[4096]byte{}
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	for step := 0; step < 8; step++ {
		for i := 0; i < 50; i++ {
			m[step*50+i] = new([4096]byte)
		}
		runtime.GC()
		metrics.Read(live)
		fmt.Println(live[0].Value.Uint64())
	}
	trace.Stop()
	f.Close()
	runtime.KeepAlive(m)
}
