// Command whatif runs a case of the corpus, as it is or changed, and records its heap or measures it.
//
//	whatif record CASE DIR    ten steps of load, a heap profile after each
//	whatif measure CASE       the same load; prints the live bytes at the end, and the most at any time
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"time"

	"example.com/corpus/cases/etagindex"
	"example.com/corpus/cases/idempotency"
	"example.com/corpus/cases/tokencache"
	"example.com/corpus/internal/probe"
	"example.com/corpus/scenario"
)

const (
	steps = 10
	rate  = 16384 // of the sampler: finer than the default, so that little depends on chance

	// cadence is the time from one profile to the next: the load is even, so a time to live is a number of inserts too
	cadence = 2 * time.Second
)

var cases = map[string]func() scenario.Run{
	"etagindex":   etagindex.Open,
	"idempotency": idempotency.Open,
	"tokencache":       tokencache.Open,
}

func main() {
	runtime.MemProfileRate = 0
	open := cases[os.Args[2]]
	switch os.Args[1] {
	case "record":
		runtime.MemProfileRate = rate
		record(open(), os.Args[3])
	case "measure":
		probe.Start()
		run := open()
		for n := 0; n < steps; n++ {
			run.Step(n)
		}
		end := probe.Look()
		fmt.Println(end, probe.Peak())
		runtime.KeepAlive(run)
	}
}

func record(run scenario.Run, dir string) {
	start := time.Now()
	for n := 0; n < steps; n++ {
		run.Step(n)
		time.Sleep(time.Until(start.Add(time.Duration(n+1) * cadence)))
		runtime.GC()
		runtime.GC()
		f, err := os.Create(filepath.Join(dir, fmt.Sprintf("heap-%02d.pb.gz", n)))
		if err == nil {
			err = pprof.Lookup("heap").WriteTo(f, 0)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		f.Close()
	}
	runtime.KeepAlive(run)
}
