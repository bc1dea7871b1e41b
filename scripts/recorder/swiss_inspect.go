//go:build go1.24

package main

import "unsafe"

// The key id of a tombstone in digests.
const tombstoneKey = 0xFFFFFFFF

func (b *builtinMap) inspect() inspection {
	m := (*swissMap)(b.pointer())
	result := inspection{digest: emptyDigest, shape: emptyDigest}
	live := newLiveHeap()
	live.add(unsafe.Pointer(m), mapHeaderSize, true)
	tables, tombstones := m.tables(), 0
	if m.dirLen == 0 && m.dir != nil {
		tombstones = b.inspectGroups(&result.digest, live, 0, m.dir, 1)
	}
	if m.dirLen > 0 {
		live.add(m.dir, uintptr(m.dirLen)*unsafe.Sizeof(uintptr(0)), true)
	}
	for ordinal, t := range tables {
		live.add(unsafe.Pointer(t), unsafe.Sizeof(*t), true)
		tombstones += b.inspectGroups(&result.digest, live, ordinal, t.groups, int(t.lengthMask)+1)
		result.shape.u32(uint32(t.index))
		result.shape.u16(t.capacity)
		result.shape.u16(t.used)
		result.shape.u16(t.growthLeft)
		result.shape.u8(t.localDepth)
	}
	result.live, result.objects = live.bytes, live.objects
	result.setExtra(len(tables), tombstones)
	return result
}

// inspectGroups returns the number of tombstones.
func (b *builtinMap) inspectGroups(d *digest, live *liveHeap, ordinal int, first unsafe.Pointer, groups int) int {
	tombstones := 0
	live.add(first, uintptr(groups)*b.typ.slotsSize, b.typ.slotsPointers)
	for g := 0; g < groups; g++ {
		group := unsafe.Add(first, uintptr(g)*b.typ.slotsSize)
		for i, ctrl := range (*[groupSlots]uint8)(group) {
			slot := unsafe.Add(group, groupSlots+uintptr(i)*slotSize(b.typ))
			b.addApart(live, slot)
			if ctrl == ctrlEmpty {
				continue
			}
			key := uint32(tombstoneKey)
			if ctrl == ctrlDeleted {
				tombstones++
			} else {
				key = b.keyID(slot)
			}
			d.u32(uint32(ordinal))
			d.u16(uint16(g))
			d.u8(uint8(i))
			d.u8(ctrl)
			d.u32(key)
		}
	}
	return tombstones
}

// addApart counts what a slot holds by a pointer, whether it is in use or not.
func (b *builtinMap) addApart(live *liveHeap, slot unsafe.Pointer) {
	if b.typ.key.indirect() {
		live.add(*(*unsafe.Pointer)(slot), b.typ.key.size, b.typ.key.pointers)
	}
	if b.typ.elem.indirect() {
		align := b.typ.elem.storedAlign()
		elem := (b.typ.key.storedSize() + align - 1) / align * align
		live.add(*at[unsafe.Pointer](slot, elem), b.typ.elem.size, b.typ.elem.pointers)
	}
}
