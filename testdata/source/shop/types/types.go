// Package types has maps of many types.
package types

import (
	"sync"
	"time"

	"example.com/Vendor/pool"
	stock "example.com/shop/model"
)

type id uint32

type row struct {
	a int64
	b string
	c [3]uint16
}

type base struct{ rows map[id]row }

type table struct {
	*base
	name string
}

type grid[K comparable, V any] struct{ cells map[K]V }

type names = map[string]id

type index map[stock.Key]*stock.Item

type shared struct {
	sync.Mutex
	seen  sync.Map
	limit pool.Limit
}

func (t *table) put(k id, r row) {
	t.rows[k] = r // at:embedded
}

func (g *grid[K, V]) set(k K, v V) {
	g.cells[k] = v // at:generic
}

func fill(n names) {
	n["a"] = 1 // at:alias
}

func (x index) add(k stock.Key) {
	x[k] = &stock.Item{Name: "x"} // at:named-type
}

func local() int {
	seen := make(map[time.Duration]struct{}, 8)
	seen[1] = struct{}{} // at:local
	return len(seen)
}

func build() (map[stock.Key]*stock.Item, error) { return nil, nil }

func returned() {
	rows, _ := build()
	rows[stock.Key{}] = nil // at:returned
}

func nested(m map[string]map[int]bool) {
	m["a"][1] = true // at:nested
}

func counted(m map[rune]int) {
	m['x']++ // at:counted
}

func several(m map[uint8]int16) {
	var a int16
	a, m[1] = 1, 2 // at:several
	_ = a
}

func switched(v any) {
	switch m := v.(type) {
	case map[int8]int8:
		m[1] = 2 // at:switched
	}
}

func asserted(v any) {
	v.(map[string]float32)["a"] = 1 // at:asserted
}

func shadowed(m map[string]int) {
	if m := map[bool]string{}; len(m) == 0 {
		m[true] = "x" // at:shadowed
	}
}

func closure() func() {
	open := map[[2]int]string{}
	return func() {
		open[[2]int{1, 2}] = "x" // at:closure
	}
}

func ranged(all []map[string]row) {
	for _, m := range all {
		m["a"] = row{} // at:ranged
	}
}

func (s *shared) see(k string) {
	s.seen.Store(k, &row{}) // at:sync-map
}

func (s *shared) limited(m map[pool.Limit]bool) {
	m[s.limit] = true // at:unknown-package
}

func chained(s func() *table) {
	s().rows[1] = row{} // at:chained
}

func arithmetic(a []int) {
	a[1] = 2 // at:no-map
}

func made() map[string]int {
	m := make(map[string]int) // at:made
	return m
}

var pets = map[string]int{ // at:literal
	"cat": 1,
	"dog": 2,
}
