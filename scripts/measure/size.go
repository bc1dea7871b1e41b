package main

import (
	"encoding/json"
	"runtime"
	"sort"
	"strconv"
	"strings"
	"unsafe"
)

// Around the classic buckets, the doublings of both designs and the tables of 1024 slots.
const defaultEntries = "5,8,9,14,100,897,1000,10000,100000,300000"

// plan says how many maps of each kind are measured, and of which numbers of entries, ascending.
type plan struct {
	samples int
	entries []int
}

func entryCounts(list string) ([]int, error) {
	var counts []int
	for _, word := range strings.Split(list, ",") {
		n, err := strconv.Atoi(word)
		if err != nil {
			return nil, err
		}
		counts = append(counts, n)
	}
	sort.Ints(counts)
	return counts, nil
}

// sizeLine is one line of output. Bytes holds a value per fresh map: everything that the map itself keeps alive, keys
// and elems stored apart included, what keys and elems point to not. Hint 0 is a make without a size.
type sizeLine struct {
	Go        string `json:"go"`
	Key       string `json:"key"`
	Elem      string `json:"elem"`
	KeyBytes  uint64 `json:"key_bytes"`
	ElemBytes uint64 `json:"elem_bytes"`
	Entries   int    `json:"entries"`
	Hint      int    `json:"hint"`
	Bytes     []int  `json:"bytes"`
}

// kept holds the map that is measured: no stack slot or register does.
var kept any

// measureType measures maps of one type. Keys are made before, so that only the map's own memory differs.
func measureType[K, E any](key, elem string, make func(int) K, fill func([]K, int)) func(plan, *json.Encoder) {
	return func(p plan, lines *json.Encoder) {
		var keys []K
		for _, n := range p.entries {
			for i := len(keys); i < n; i++ { // no sooner than needed: small heaps are collected fast
				keys = append(keys, make(i))
			}
			for _, hint := range []int{0, n, 2 * n} {
				line := sizeLine{Go: strings.TrimPrefix(runtime.Version(), "go"), Key: key, Elem: elem, Entries: n, Hint: hint}
				line.KeyBytes, line.ElemBytes = sizes[K, E]()
				for i := 0; i < p.samples; i++ {
					line.Bytes = append(line.Bytes, liveBytes(func() { fill(keys[:n], hint) }))
				}
				lines.Encode(line)
			}
		}
	}
}

func keysOf[K any](n int, make func(int) K) []K {
	var keys []K
	for i := 0; i < n; i++ {
		keys = append(keys, make(i))
	}
	return keys
}

func sizes[K, E any]() (uint64, uint64) {
	var k K
	var e E
	return uint64(unsafe.Sizeof(k)), uint64(unsafe.Sizeof(e))
}

//go:noinline
func fill[K comparable, E any](keys []K, hint int) {
	var m map[K]E
	if hint == 0 {
		m = make(map[K]E)
	} else {
		m = make(map[K]E, hint)
	}
	var elem E
	for _, k := range keys {
		m[k] = elem
	}
	kept = m
}

// fillBoxed is fill for interface keys: before Go 1.20 they are no comparable type argument.
//
//go:noinline
func fillBoxed(keys []any, hint int) {
	var m map[any]any
	if hint == 0 {
		m = make(map[any]any)
	} else {
		m = make(map[any]any, hint)
	}
	for _, k := range keys {
		m[k] = nil
	}
	kept = m
}
