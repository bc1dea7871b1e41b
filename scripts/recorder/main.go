// Records what real maps of the running Go release do, as traces that `mapleak simulate --trace` compares with its models:
//
//	recorder OUT OPERATIONS SEED
//
// Writes traces to the folder OUT until they hold so many operations, in an order and with workloads that the seed
// decides. The last line printed counts them.
package main

import (
	"fmt"
	"math/rand"
	"os"
	"runtime"
	"strconv"
)

func main() {
	if len(os.Args) != 4 {
		stop("usage: recorder OUT OPERATIONS SEED")
	}
	demand, err := strconv.Atoi(os.Args[2])
	seed, err2 := strconv.ParseInt(os.Args[3], 10, 64)
	if err != nil || err2 != nil {
		stop("OPERATIONS and SEED are numbers")
	}
	if err := os.MkdirAll(os.Args[1], 0o755); err != nil {
		stop(err)
	}
	runtime.GOMAXPROCS(1) // the fewer threads of the runtime, the less of its own it allocates

	operations, checkpoints, traces := 0, 0, 0
	for round := 0; operations < demand; round++ {
		for _, job := range jobs(rand.New(rand.NewSource(seed+int64(round))), round) {
			if operations >= demand {
				break
			}
			t, err := job.record()
			if err == nil {
				err = t.write(os.Args[1])
			}
			if err != nil {
				stop(job.workload.name, " on ", job.target.name(), ": ", err)
			}
			operations += len(t.steps)
			checkpoints += len(t.checkpoints)
			traces++
		}
	}
	fmt.Printf("go=%s operations=%d checkpoints=%d traces=%d\n", release(), operations, checkpoints, traces)
}

func stop(message ...any) {
	fmt.Fprintln(os.Stderr, "recorder: "+fmt.Sprint(message...))
	os.Exit(1)
}
