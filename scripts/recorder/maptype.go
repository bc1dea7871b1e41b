package main

import (
	"reflect"
	"unsafe"
)

// Offsets in abi.MapType (runtime.maptype before 1.20), the same in all releases: the map's own type first.
const (
	offSlots  = 64 // the type of a bucket or a group
	offHasher = 72

	// In abi.Type.
	offSize     = 0
	offPtrBytes = 8

	// Keys and elems above it are stored apart.
	maxInline = 128
)

// part is the key or the elem of a map type.
type part struct {
	spelling    string
	size, align uintptr
	pointers    bool
}

func (p part) indirect() bool { return p.size > maxInline }

func (p part) storedSize() uintptr {
	if p.indirect() {
		return unsafe.Sizeof(uintptr(0))
	}
	return p.size
}

func (p part) storedAlign() uintptr {
	if p.indirect() {
		return unsafe.Alignof(uintptr(0))
	}
	return p.align
}

func (p part) header() map[string]any {
	return map[string]any{
		"type": p.spelling, "size": p.size, "align": p.align, "pointers": p.pointers, "indirect": p.indirect(),
		"storedSize": p.storedSize(), "storedPointers": p.pointers || p.indirect(),
	}
}

func newPart(t reflect.Type) part {
	abi := (*[2]unsafe.Pointer)(unsafe.Pointer(&t))[1]
	return part{t.String(), t.Size(), uintptr(t.Align()), *at[uintptr](abi, offPtrBytes) != 0}
}

// mapType is what the compiler knows of a map.
type mapType struct {
	key, elem part
	hasher    func(key unsafe.Pointer, seed uintptr) uintptr

	// Of a bucket or a group.
	slotsSize     uintptr
	slotsPointers bool
}

// newMapType reads the type of a map.
func newMapType(m any) *mapType {
	t := reflect.TypeOf(m)
	abi := *(*unsafe.Pointer)(unsafe.Pointer(&m))
	slots := *at[unsafe.Pointer](abi, offSlots)
	return &mapType{
		key:           newPart(t.Key()),
		elem:          newPart(t.Elem()),
		hasher:        *at[func(unsafe.Pointer, uintptr) uintptr](abi, offHasher),
		slotsSize:     *at[uintptr](slots, offSize),
		slotsPointers: *at[uintptr](slots, offPtrBytes) != 0,
	}
}

// at is the field of type T at an offset of an object.
func at[T any](p unsafe.Pointer, offset uintptr) *T { return (*T)(unsafe.Add(p, offset)) }
