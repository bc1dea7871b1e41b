// Command resident fills a map, returns half of its heap, and copies its own smaps and status.
package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/pprof"
)

func main() {
	m := map[int]*[4096]byte{}
	for i := 0; i < 4000; i++ {
		m[i] = &[4096]byte{1}
	}
	for i := 2000; i < 4000; i++ {
		delete(m, i)
	}
	runtime.GC()
	if len(os.Args) > 2 {
		debug.FreeOSMemory()
	}
	for _, name := range []string{"smaps", "smaps_rollup", "status"} {
		b, err := os.ReadFile("/proc/self/" + name)
		if err != nil {
			panic(err)
		}
		if err := os.WriteFile(os.Args[1]+"/"+name, b, 0o644); err != nil {
			panic(err)
		}
	}
	f, err := os.Create(os.Args[1] + "/heap.txt")
	if err != nil {
		panic(err)
	}
	pprof.Lookup("heap").WriteTo(f, 1)
	f.Close()
	runtime.KeepAlive(m)
}
