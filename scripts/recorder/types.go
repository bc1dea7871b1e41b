package main

import "strconv"

type object struct{ a, b int64 }

type (
	record24 struct{ a, b, c int64 }
	textual  struct{ s string }
	compound struct {
		s string
		n int64
	}
	padded struct {
		n int32
		b int8
	}
	pair32 struct{ a, b int32 }
)

// Keys are told apart up to this many, where their type allows it.
const manyKeys = 1 << 22

func number(id int) int64 { return int64(id)*0x9E3779B97F4A7C1 - 77 }
func text(id int) string  { return "key/" + strconv.Itoa(id) }

func fill(b []byte, id int) {
	copy(b, strconv.Itoa(id))
	b[len(b)-1] = byte(id)
}

// mixedKey is of one of several dynamic types.
func mixedKey(id int) any {
	switch id % 4 {
	case 0:
		return int64(id)
	case 1:
		return text(id)
	case 2:
		return pair32{int32(id), int32(-id)}
	}
	return float64(id) + 0.5
}

// mapOf is a map of comparable keys that equal themselves.
func mapOf[K comparable, E any](key, elem, variant string, limit int, make func(int) K, e E) *builtinMap {
	t := &typed[K, E]{make: make, limit: limit}
	for i := range t.elems {
		t.elems[i] = e
	}
	return &builtinMap{subject: t, key: key, elem: elem, variant: variant, selfEqual: true}
}

// irreflexive is for key types that can hold NaN.
func irreflexive(b *builtinMap) *builtinMap {
	b.selfEqual = false
	return b
}

func boxedMap[E any](elem string, e E) *builtinMap {
	t := &boxed[E]{make: mixedKey}
	for i := range t.elems {
		t.elems[i] = e
	}
	return &builtinMap{subject: t, key: "any", elem: elem, variant: "slow"}
}

// builtinMaps covers the variants of the runtime's entry functions, keys and elems with and without pointers, padding,
// objects stored apart, and key types with few values.
func builtinMaps() []*builtinMap {
	var apart [136]byte
	return []*builtinMap{
		mapOf("int64", "int64", "fast64", manyKeys, number, int64(1)),
		mapOf("int64", "empty", "fast64", manyKeys, number, struct{}{}),
		mapOf("int64", "bytes128", "fast64", manyKeys, number, [128]byte{}),
		mapOf("int64", "bytes136", "slow", manyKeys, number, apart),
		mapOf("int64", "any", "fast64", manyKeys, number, any("a")),
		mapOf("int32", "bool", "fast32", manyKeys, func(id int) int32 { return int32(id) * 77 }, true),
		mapOf("int32", "string", "fast32", manyKeys, func(id int) int32 { return int32(-id) }, "elem"),
		mapOf("string", "int64", "faststr", manyKeys, text, int64(1)),
		mapOf("string", "ptr", "faststr", manyKeys, text, &object{}),
		mapOf("string", "empty", "faststr", manyKeys, text, struct{}{}),
		mapOf("string", "bytes136", "slow", manyKeys, text, apart),
		mapOf("textual", "bool", "faststr", manyKeys, func(id int) textual { return textual{text(id)} }, true),
		mapOf("ptr", "bool", "fast64ptr", manyKeys, func(id int) *object { return &object{a: int64(id)} }, true),
		mapOf("ptr", "record24", "fast64ptr", manyKeys, func(id int) *object { return &object{a: int64(id)} }, record24{}),
		mapOf("pair32", "int16", "fast64", manyKeys, func(id int) pair32 { return pair32{int32(id), -1} }, int16(1)),
		mapOf("uint8", "uint8", "slow", 1<<8, func(id int) uint8 { return uint8(id) }, uint8(1)),
		mapOf("uint8", "string", "slow", 1<<8, func(id int) uint8 { return uint8(id) }, "elem"),
		mapOf("int16", "ptr", "slow", 1<<16, func(id int) int16 { return int16(id) }, &object{}),
		mapOf("padded", "int64", "slow", manyKeys, func(id int) padded { return padded{int32(id), int8(id)} }, int64(1)),
		mapOf("bytes16", "record24", "slow", manyKeys, func(id int) (k [16]byte) { fill(k[:], id); return }, record24{}),
		mapOf("bytes136", "int64", "slow", manyKeys, func(id int) (k [136]byte) { fill(k[:], id); return }, int64(1)),
		mapOf("bytes136", "bytes136", "slow", manyKeys, func(id int) (k [136]byte) { fill(k[:], id); return }, apart),
		mapOf("compound", "ptr", "slow", manyKeys, func(id int) compound { return compound{text(id), int64(id)} }, &object{}),
		irreflexive(mapOf("float64", "int64", "slow", manyKeys, func(id int) float64 { return float64(id) / 3 }, int64(1))),
		boxedMap("any", any(int64(1))),
		boxedMap("empty", struct{}{}),
	}
}
