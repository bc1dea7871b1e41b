package main

import "unsafe"

// noHint is a make without a size, not one of 0.
const noHint = -1

// builtinMap is a map of the language as a target.
type builtinMap struct {
	subject
	key, elem string // in names
	variant   string
	selfEqual bool
	hint      int
	typ       *mapType
}

func (b *builtinMap) name() string    { return design + "_" + b.key + "_to_" + b.elem }
func (b *builtinMap) reflexive() bool { return b.selfEqual }

func (b *builtinMap) header() map[string]any {
	h := map[string]any{
		"impl": design, "key": b.typ.key.header(), "elem": b.typ.elem.header(), "variant": b.variant,
		"hintIsConstantSmall": b.hint == noHint, "hint": b.hint, "headerSize": mapHeaderSize,
	}
	if b.hint == noHint {
		h["hint"] = 0
	}
	if b.typ.elem.indirect() {
		h["variant"] = "slow"
	}
	describeSlots(b.typ, h)
	return h
}

func (b *builtinMap) prepare(n int) int {
	b.typ = b.mapType()
	return b.subject.prepare(n)
}

func (b *builtinMap) perform(op byte, key int) {
	switch op {
	case opMake:
		b.makeMap(b.hint)
	case opInsert:
		b.insert(key)
	case opDelete:
		b.remove(key)
	case opClear:
		b.clear()
	case opRangeDelete:
		b.rangeDelete()
	case opRange:
		b.rangeStart()
	case opClone:
		b.clone()
	default:
		panic("unknown operation")
	}
}

func (b *builtinMap) hash(key int) uint64 {
	return uint64(b.typ.hasher(b.keyPointer(key), uintptr(b.seed())))
}

func (b *builtinMap) seed() uint64        { return seedOf(b.pointer()) }
func (b *builtinMap) setSeed(seed uint64) { setSeedOf(b.pointer(), seed) }

func (b *builtinMap) due(operation, every int) bool { return (operation-1)%every == 0 }

// keyID is the id of a key as it lies in a slot.
func (b *builtinMap) keyID(slot unsafe.Pointer) uint32 {
	if b.typ.key.indirect() {
		slot = *(*unsafe.Pointer)(slot)
	}
	return b.keyAt(slot)
}
