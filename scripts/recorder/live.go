package main

import "unsafe"

// liveHeap counts the objects that a walk finds, each once.
type liveHeap struct {
	bytes, objects int
	seen           map[unsafe.Pointer]bool
}

func newLiveHeap() *liveHeap { return &liveHeap{seen: map[unsafe.Pointer]bool{}} }

// add counts the object at p, unless it is nil or known; it tells whether it did.
func (h *liveHeap) add(p unsafe.Pointer, size uintptr, pointers bool) bool {
	if p == nil || size == 0 || h.seen[p] {
		return false
	}
	h.seen[p] = true
	h.bytes += int(charged(size, pointers))
	h.objects++
	return true
}
