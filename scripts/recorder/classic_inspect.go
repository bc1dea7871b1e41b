//go:build !go1.24

package main

import "unsafe"

// What parts the current array from the old one in digests.
const oldArrayMark = 0xFFFFFFFF

func (b *builtinMap) inspect() inspection {
	h := (*hmap)(b.pointer())
	current := newBuckets(h.buckets, int(h.b), b.typ)
	result := inspection{digest: emptyDigest, shape: emptyDigest}
	b.digestEntries(&result.digest, current, false)
	digestMarks(&result.shape, current)
	chainOld := 0
	if h.oldbuckets != nil {
		old := newBuckets(h.oldbuckets, h.oldB(), b.typ)
		result.digest.u32(oldArrayMark)
		b.digestEntries(&result.digest, old, true)
		result.shape.u32(oldArrayMark)
		digestMarks(&result.shape, old)
		chainOld = old.chained()
	}
	live := b.liveHeap(h, false)
	result.live, result.objects = live.bytes, live.objects
	result.unchained = b.liveHeap(h, true).bytes - live.bytes

	next, ov, oldOv := -1, [2]int{-1, -1}, [2]int{-1, -1}
	if h.extra != nil {
		if p := h.extra.nextOverflow; p != nil {
			next = current.index(p)
		}
		ov, oldOv = lengths(h.extra.overflow), lengths(h.extra.oldoverflow)
	}
	result.setExtra(truth(h.extra != nil), next, ov[0], ov[1], oldOv[0], oldOv[1], current.chained(), chainOld)
	return result
}

func lengths(list *[]unsafe.Pointer) [2]int {
	if list == nil {
		return [2]int{-1, -1}
	}
	return [2]int{len(*list), cap(*list)}
}

func (b *builtinMap) digestEntries(d *digest, array buckets, skipEvacuated bool) {
	array.walk(func(i, depth int, bucket unsafe.Pointer) {
		if skipEvacuated && evacuated(array.bucket(i)) {
			return
		}
		for slot, top := range tophashes(bucket) {
			if top >= minTopHash {
				d.u32(uint32(i))
				d.u16(uint16(depth))
				d.u8(uint8(slot))
				d.u8(top)
				d.u32(b.keyID(b.keySlot(bucket, slot)))
			}
		}
	})
}

func digestMarks(d *digest, array buckets) {
	array.walk(func(i, depth int, bucket unsafe.Pointer) {
		d.u32(uint32(i))
		d.u16(uint16(depth))
		for _, top := range tophashes(bucket) {
			d.u8(top)
		}
	})
}

func (b *builtinMap) keySlot(bucket unsafe.Pointer, slot int) unsafe.Pointer {
	return unsafe.Add(bucket, bucketSlots+uintptr(slot)*b.typ.key.storedSize())
}

func (b *builtinMap) elemSlot(bucket unsafe.Pointer, slot int) unsafe.Pointer {
	return unsafe.Add(bucket, bucketSlots*(1+b.typ.key.storedSize())+uintptr(slot)*b.typ.elem.storedSize())
}
