// Measures what maps cost on the Go release that runs it, as JSON lines:
//
//	measure size [-samples N] [-entries N,N...]   live bytes of fresh maps, by type, number of entries and hint
//	measure syncmap                               bytes that filling a sync.Map allocates per key, by pattern
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
)

// A fresh map's bytes depend on its seed: so many maps are measured of each kind.
const defaultSamples = 3

func main() {
	if len(os.Args) < 2 {
		usage()
	}
	options := flag.NewFlagSet(os.Args[1], flag.ExitOnError)
	samples := options.Int("samples", defaultSamples, "fresh maps measured of each kind")
	entries := options.String("entries", defaultEntries, "numbers of entries")
	options.Parse(os.Args[2:])
	lines := json.NewEncoder(os.Stdout)
	switch os.Args[1] {
	case "size":
		counts, err := entryCounts(*entries)
		if err != nil {
			fmt.Fprintln(os.Stderr, "measure:", err)
			os.Exit(2)
		}
		for _, t := range mapTypes {
			t(plan{*samples, counts}, lines)
		}
	case "syncmap":
		measureSyncMap(lines)
	default:
		usage()
	}
}

func usage() {
	fmt.Fprintln(os.Stderr, "usage: measure size [-samples N] [-entries N,N...] | measure syncmap")
	os.Exit(2)
}
