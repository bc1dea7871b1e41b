package main

import "unsafe"

// subject is a map of one Go type, with its keys.
type subject interface {
	makeMap(hint int)
	insert(key int)
	remove(key int)
	clear()
	rangeDelete()
	rangeStart()
	clone()

	prepare(n int) int
	mapType() *mapType
	pointer() unsafe.Pointer
	keyPointer(key int) unsafe.Pointer
	keyAt(p unsafe.Pointer) uint32
	keys() []int
	drop()
}

// Elems are taken from a few in turn: they only have to be there before.
const elemCount = 8

// typed is a map whose key type may be a type argument everywhere.
type typed[K comparable, E any] struct {
	make  func(id int) K
	limit int // keys that the type can tell apart
	m     map[K]E
	all   []K
	ids   map[K]uint32
	elems [elemCount]E
}

//go:noinline
func (t *typed[K, E]) makeMap(hint int) {
	if hint == noHint {
		t.m = make(map[K]E)
	} else {
		t.m = make(map[K]E, hint)
	}
}

//go:noinline
func (t *typed[K, E]) insert(key int) { t.m[t.all[key]] = t.elems[key%elemCount] }

//go:noinline
func (t *typed[K, E]) remove(key int) { delete(t.m, t.all[key]) }

//go:noinline
func (t *typed[K, E]) clear() { clearMap(t.m) }

// rangeDelete is compiled to a clear if the key type is reflexive.
//
//go:noinline
func (t *typed[K, E]) rangeDelete() {
	for k := range t.m {
		delete(t.m, k)
	}
}

//go:noinline
func (t *typed[K, E]) rangeStart() {
	for range t.m {
		break
	}
}

//go:noinline
func (t *typed[K, E]) clone() { t.m = cloneMap(t.m) }

func (t *typed[K, E]) prepare(n int) int {
	if n > t.limit {
		n = t.limit
	}
	t.all, t.ids = make([]K, n), make(map[K]uint32, n)
	for id := range t.all {
		t.all[id] = t.make(id)
		t.ids[t.all[id]] = uint32(id)
	}
	if len(t.ids) != n {
		panic("two keys are equal")
	}
	return n
}

func (t *typed[K, E]) keys() []int {
	keys := make([]int, 0, len(t.m))
	for k := range t.m {
		keys = append(keys, int(t.ids[k]))
	}
	return keys
}

func (t *typed[K, E]) mapType() *mapType                 { return newMapType(t.m) }
func (t *typed[K, E]) pointer() unsafe.Pointer           { return *(*unsafe.Pointer)(unsafe.Pointer(&t.m)) }
func (t *typed[K, E]) keyPointer(key int) unsafe.Pointer { return unsafe.Pointer(&t.all[key]) }
func (t *typed[K, E]) keyAt(p unsafe.Pointer) uint32     { return idOf(t.ids, *(*K)(p)) }
func (t *typed[K, E]) drop()                             { t.m = nil }

func idOf[K comparable](ids map[K]uint32, key K) uint32 {
	id, ok := ids[key]
	if !ok {
		panic("the map holds a key that was never put in")
	}
	return id
}
