package main

import "unsafe"

// boxed is typed for interface keys: before Go 1.20 they are no comparable type argument.
type boxed[E any] struct {
	make  func(id int) any
	m     map[any]E
	all   []any
	ids   map[any]uint32
	elems [elemCount]E
}

//go:noinline
func (t *boxed[E]) makeMap(hint int) {
	if hint == noHint {
		t.m = make(map[any]E)
	} else {
		t.m = make(map[any]E, hint)
	}
}

//go:noinline
func (t *boxed[E]) insert(key int) { t.m[t.all[key]] = t.elems[key%elemCount] }

//go:noinline
func (t *boxed[E]) remove(key int) { delete(t.m, t.all[key]) }

//go:noinline
func (t *boxed[E]) clear() { clearBoxedMap(t.m) }

//go:noinline
func (t *boxed[E]) rangeDelete() { panic("interface keys need not equal themselves") }

//go:noinline
func (t *boxed[E]) rangeStart() {
	for range t.m {
		break
	}
}

//go:noinline
func (t *boxed[E]) clone() { t.m = cloneBoxedMap(t.m) }

func (t *boxed[E]) prepare(n int) int {
	t.all, t.ids = make([]any, n), make(map[any]uint32, n)
	for id := range t.all {
		t.all[id] = t.make(id)
		t.ids[t.all[id]] = uint32(id)
	}
	if len(t.ids) != n {
		panic("two keys are equal")
	}
	return n
}

func (t *boxed[E]) keys() []int {
	keys := make([]int, 0, len(t.m))
	for k := range t.m {
		keys = append(keys, int(t.ids[k]))
	}
	return keys
}

func (t *boxed[E]) mapType() *mapType                 { return newMapType(t.m) }
func (t *boxed[E]) pointer() unsafe.Pointer           { return *(*unsafe.Pointer)(unsafe.Pointer(&t.m)) }
func (t *boxed[E]) keyPointer(key int) unsafe.Pointer { return unsafe.Pointer(&t.all[key]) }
func (t *boxed[E]) drop()                             { t.m = nil }

func (t *boxed[E]) keyAt(p unsafe.Pointer) uint32 {
	id, ok := t.ids[*(*any)(p)]
	if !ok {
		panic("the map holds a key that was never put in")
	}
	return id
}
