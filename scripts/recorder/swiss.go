//go:build go1.24

package main

import "unsafe"

const (
	design = "swiss"

	groupSlots  = 8
	ctrlEmpty   = 0x80
	ctrlDeleted = 0xFE

	firstNotingTombstones = 25
)

// swissMap is the map header, internal/runtime/maps/map.go.
type swissMap struct {
	used              uint64
	seed              uintptr
	dir               unsafe.Pointer
	dirLen            int
	globalDepth       uint8
	globalShift       uint8
	writing           uint8
	tombstonePossible bool // from Go 1.25 on
	clearSeq          uint64
}

// table is one of internal/runtime/maps/table.go.
type table struct {
	used, capacity, growthLeft uint16
	localDepth                 uint8
	index                      int
	groups                     unsafe.Pointer
	lengthMask                 uint64
}

const mapHeaderSize = unsafe.Sizeof(swissMap{})

func seedOf(m unsafe.Pointer) uint64          { return uint64((*swissMap)(m).seed) }
func setSeedOf(m unsafe.Pointer, seed uint64) { (*swissMap)(m).seed = uintptr(seed) }

func (m *swissMap) directory(i int) *table {
	return *at[*table](m.dir, uintptr(i)*unsafe.Sizeof(uintptr(0)))
}

// tables are the distinct ones, in directory order.
func (m *swissMap) tables() []*table {
	var tables []*table
	for i := 0; i < m.dirLen; i++ {
		if t := m.directory(i); len(tables) == 0 || tables[len(tables)-1] != t {
			tables = append(tables, t)
		}
	}
	return tables
}

func slotSize(t *mapType) uintptr { return (t.slotsSize - groupSlots) / groupSlots }

func describeSlots(t *mapType, header map[string]any) {
	header["groupSize"] = t.slotsSize
	header["slotSize"] = slotSize(t)
	header["groupPointers"] = t.slotsPointers
}

func (b *builtinMap) appendState(line []byte, hash uint64, key int) []byte {
	m := (*swissMap)(b.pointer())
	tombstonePossible := -1
	if minor() >= firstNotingTombstones {
		tombstonePossible = truth(m.tombstonePossible)
	}
	line = appendInts(line, int(m.used), m.dirLen, int(m.globalDepth), tombstonePossible, int(m.clearSeq))
	if m.dirLen == 0 {
		slots := 0
		if m.dir != nil {
			slots = groupSlots
		}
		return appendInts(line, -1, slots, int(m.used), 0, 0)
	}
	entry := 0
	if m.dirLen > 1 && key != noKey {
		entry = int(hash >> (64 - m.globalDepth))
	}
	t := m.directory(entry)
	return appendInts(line, t.index, int(t.capacity), int(t.used), int(t.growthLeft), int(t.localDepth))
}
