package main

// step is an operation that was performed, and the map's seed after it.
type step struct {
	op   byte
	key  int32
	seed uint64
}

// checkpoint is what was seen after an operation.
type checkpoint struct {
	after  int
	at     int // where in the text its line belongs
	memory inspection
}

// recording is the first run of a workload: it reads the map's memory after each operation.
type recording struct {
	target      target
	every       int
	steps       []step
	text        []byte
	checkpoints []checkpoint
}

func (r *recording) perform(op byte, key int) {
	hash := uint64(0)
	if key != noKey {
		hash = r.target.hash(key)
	}
	r.target.perform(op, key)
	r.steps = append(r.steps, step{op, int32(key), r.target.seed()})

	r.text = appendInts(append(r.text, op), key)
	if key == noKey {
		r.text = append(r.text, " 0"...)
	} else {
		r.text = appendHex(r.text, hash)
	}
	r.text = append(r.target.appendState(r.text, hash, key), '\n')
	if r.target.due(len(r.steps), r.every) {
		r.check()
	}
}

func (r *recording) check() {
	r.checkpoints = append(r.checkpoints, checkpoint{len(r.steps), len(r.text), r.target.inspect()})
}

// finish sees to the checkpoint after the last operation.
func (r *recording) finish() {
	if n := len(r.checkpoints); n == 0 || r.checkpoints[n-1].after != len(r.steps) {
		r.check()
	}
}

// record runs a job, and then as often again as measuring its allocations takes.
func (j job) record() (*trace, error) {
	keys := j.target.prepare(j.workload.universe)
	r := &recording{target: j.target, every: j.every}
	s := newScript(r, j.target, keys, j.seed)
	r.perform(opMake, noKey)
	if _, builtin := j.target.(*builtinMap); !builtin {
		r.perform(opLoadMissing, noKey)
	}
	j.workload.run(s)
	// The last state is compared with the collector.
	for r.target.inspect().unchained != 0 {
		s.update()
	}
	r.finish()
	m, err := measure(r)
	j.target.drop()
	if err != nil {
		return nil, err
	}
	return &trace{r, m, j, keys}, nil
}
