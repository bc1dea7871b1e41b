package main

// The operations of a trace.
const (
	opMake        = 'm'
	opInsert      = 'i'
	opDelete      = 'd'
	opClear       = 'c'
	opRangeDelete = 'x'
	opRange       = 'r'
	opClone       = 'k'
	opLoadMissing = 'g'
	opLoadOrStore = 'o'

	noKey = -1
)

// target is a map that a trace is recorded of. Its keys are known by their ids.
type target interface {
	// name is the middle of a file's name: swiss_int64_to_bool.
	name() string
	header() map[string]any

	// prepare makes the keys, and returns how many there can be: at most n.
	prepare(n int) int
	reflexive() bool

	perform(op byte, key int)
	hash(key int) uint64
	seed() uint64
	setSeed(uint64)

	// keys returns the keys in the random order of an iteration.
	keys() []int

	// appendState appends the fields that follow the hash on an op line.
	appendState(line []byte, hash uint64, key int) []byte
	inspect() inspection

	// due tells whether a checkpoint follows the operation of that number, the first is 1.
	due(operation, every int) bool
	drop()
}

// inspection is what a checkpoint says of the map's memory.
type inspection struct {
	digest, shape digest
	live, objects int
	unchained     int // bytes that the collector finds besides
	extra         [8]int
	extras        int
}

func (i *inspection) setExtra(fields ...int) {
	i.extras = copy(i.extra[:], fields)
}
