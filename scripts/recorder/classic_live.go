//go:build !go1.24

package main

import "unsafe"

// liveHeap counts what is reachable through the chains. The collector itself sees the whole array: when the link of an
// evacuated bucket is cleared, spare buckets that were behind it still hold their pointers. With whole it counts those too.
func (b *builtinMap) liveHeap(h *hmap, whole bool) *liveHeap {
	live := newLiveHeap()
	live.add(unsafe.Pointer(h), mapHeaderSize, true)
	var arrays []buckets
	if h.buckets != nil {
		arrays = append(arrays, newBuckets(h.buckets, int(h.b), b.typ))
	}
	if h.oldbuckets != nil {
		arrays = append(arrays, newBuckets(h.oldbuckets, h.oldB(), b.typ))
	}
	for _, a := range arrays {
		live.add(a.first, a.total*a.size, b.typ.slotsPointers)
	}
	if h.extra != nil {
		live.add(unsafe.Pointer(h.extra), unsafe.Sizeof(mapextra{}), true)
		b.addList(live, h.extra.overflow, arrays)
		b.addList(live, h.extra.oldoverflow, arrays)
	}
	if b.typ.slotsPointers {
		for _, a := range arrays {
			a.walk(func(_, _ int, bucket unsafe.Pointer) { b.addBucket(live, bucket, arrays) })
			for i := 1 << a.b; whole && i < int(a.total); i++ {
				b.addChain(live, a.bucket(i), arrays)
			}
		}
	}
	return live
}

// addList counts a list of overflow buckets, and those of them that were allocated by themselves.
func (b *builtinMap) addList(live *liveHeap, list *[]unsafe.Pointer, arrays []buckets) {
	if list == nil {
		return
	}
	live.add(unsafe.Pointer(list), unsafe.Sizeof(*list), true)
	if cap(*list) == 0 {
		return
	}
	live.add(unsafe.Pointer(&(*list)[:1][0]), uintptr(cap(*list))*unsafe.Sizeof(uintptr(0)), true)
	for _, bucket := range *list {
		if !inside(bucket, arrays) {
			live.add(bucket, b.typ.slotsSize, b.typ.slotsPointers)
		}
	}
}

// addBucket counts a bucket with pointers, unless it is part of an array, and what its slots hold by a pointer.
func (b *builtinMap) addBucket(live *liveHeap, bucket unsafe.Pointer, arrays []buckets) {
	if !inside(bucket, arrays) {
		live.add(bucket, b.typ.slotsSize, true)
	}
	for slot := 0; slot < bucketSlots; slot++ {
		if b.typ.key.indirect() {
			live.add(*(*unsafe.Pointer)(b.keySlot(bucket, slot)), b.typ.key.size, b.typ.key.pointers)
		}
		if b.typ.elem.indirect() {
			live.add(*(*unsafe.Pointer)(b.elemSlot(bucket, slot)), b.typ.elem.size, b.typ.elem.pointers)
		}
	}
}

// addChain counts a spare bucket and those behind it. The last spare one links back to the array while it is unused.
func (b *builtinMap) addChain(live *liveHeap, spare unsafe.Pointer, arrays []buckets) {
	b.addBucket(live, spare, arrays)
	for bucket := arrays[0].next(spare); bucket != nil && !inside(bucket, arrays); bucket = arrays[0].next(bucket) {
		b.addBucket(live, bucket, arrays)
	}
}

func inside(p unsafe.Pointer, arrays []buckets) bool {
	for _, a := range arrays {
		if a.holds(p) {
			return true
		}
	}
	return false
}
