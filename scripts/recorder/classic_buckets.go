//go:build !go1.24

package main

import "unsafe"

// buckets is a bucket array: 2^b buckets, the spare overflow buckets behind them, and what hangs on them.
type buckets struct {
	first unsafe.Pointer
	b     int
	size  uintptr // of a bucket
	total uintptr // buckets with the spare ones
}

// From this B on an array has spare overflow buckets.
const firstSpareB = 4

func newBuckets(first unsafe.Pointer, b int, t *mapType) buckets {
	n := uintptr(1) << b
	if b >= firstSpareB {
		n += uintptr(1) << (b - firstSpareB)
		if up := usable(n*t.slotsSize, t.slotsPointers); up != n*t.slotsSize {
			n = up / t.slotsSize
		}
	}
	return buckets{first, b, t.slotsSize, n}
}

func (a buckets) bucket(i int) unsafe.Pointer { return unsafe.Add(a.first, uintptr(i)*a.size) }

func (a buckets) holds(p unsafe.Pointer) bool {
	return uintptr(p) >= uintptr(a.first) && uintptr(p) < uintptr(a.first)+a.total*a.size
}

func (a buckets) index(p unsafe.Pointer) int { return int((uintptr(p) - uintptr(a.first)) / a.size) }

func tophashes(bucket unsafe.Pointer) *[bucketSlots]uint8 { return (*[bucketSlots]uint8)(bucket) }

func evacuated(bucket unsafe.Pointer) bool {
	top := tophashes(bucket)[0]
	return top > 1 && top < minTopHash
}

// next is the overflow bucket behind one, or nil.
func (a buckets) next(bucket unsafe.Pointer) unsafe.Pointer {
	return *at[unsafe.Pointer](bucket, a.size-unsafe.Sizeof(uintptr(0)))
}

// walk visits every bucket of every chain: chain i at depth d.
func (a buckets) walk(visit func(i, d int, bucket unsafe.Pointer)) {
	if a.first == nil {
		return
	}
	for i := 0; i < 1<<a.b; i++ {
		d := 0
		for bucket := a.bucket(i); bucket != nil; bucket = a.next(bucket) {
			visit(i, d, bucket)
			d++
		}
	}
}

func (a buckets) chained() int {
	n := 0
	a.walk(func(_, d int, _ unsafe.Pointer) {
		if d > 0 {
			n++
		}
	})
	return n
}
