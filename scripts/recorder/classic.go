//go:build !go1.24

package main

import "unsafe"

const (
	design = "classic"

	bucketSlots = 8
	minTopHash  = 5

	flagOldIterator = 2
	flagIterators   = 3
	flagSameSize    = 8
)

// hmap is the map header, runtime/map.go.
type hmap struct {
	count      int
	flags      uint8
	b          uint8
	noverflow  uint16
	hash0      uint32
	buckets    unsafe.Pointer
	oldbuckets unsafe.Pointer
	nevacuate  uintptr
	extra      *mapextra
}

type mapextra struct {
	overflow     *[]unsafe.Pointer
	oldoverflow  *[]unsafe.Pointer
	nextOverflow unsafe.Pointer
}

const mapHeaderSize = unsafe.Sizeof(hmap{})

// From this B on the runtime counts a random sample of the overflow buckets.
const firstSampledB = 16

func seedOf(m unsafe.Pointer) uint64          { return uint64((*hmap)(m).hash0) }
func setSeedOf(m unsafe.Pointer, seed uint64) { (*hmap)(m).hash0 = uint32(seed) }

func (h *hmap) oldB() int {
	switch {
	case h.oldbuckets == nil:
		return -1
	case h.flags&flagSameSize != 0:
		return int(h.b)
	}
	return int(h.b) - 1
}

func describeSlots(t *mapType, header map[string]any) {
	header["bucketSize"] = t.slotsSize
	header["bucketPointers"] = t.slotsPointers
	header["loadFactorNumerator"] = 13
	if minor() == 21 {
		header["loadFactorNumerator"] = 12
	}
}

func (b *builtinMap) appendState(line []byte, _ uint64, _ int) []byte {
	h := (*hmap)(b.pointer())
	noverflow := int(h.noverflow)
	if h.b >= firstSampledB {
		noverflow = -1
	}
	return appendInts(line, h.count, int(h.b), noverflow, truth(h.oldbuckets != nil), h.oldB(), int(h.nevacuate),
		truth(h.flags&flagSameSize != 0), int(h.flags&flagIterators))
}
