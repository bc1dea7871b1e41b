//go:build go1.24

package main

import (
	"sync"
	"unsafe"
)

// hashTrieMap is what a sync.Map is, internal/sync/hashtriemap.go.
type hashTrieMap struct {
	inited   uint32
	mutex    [2]int32
	root     *trieNode
	keyHash  func(unsafe.Pointer, uintptr) uintptr
	valEqual unsafe.Pointer
	seed     uintptr
}

// trieNode is an indirect node, or an entry.
type trieNode struct {
	isEntry  bool
	dead     uint32
	mutex    [2]int32
	parent   *trieNode
	children [16]*trieNode
}

type trieEntry struct {
	isEntry  bool
	overflow *trieEntry
	key      any
	value    any
}

// syncMap is a sync.Map as a target.
type syncMap struct {
	m       *sync.Map
	all     []any
	ids     map[any]uint32
	missing any
}

func trieTargets() []target { return []target{&syncMap{missing: "never stored"}} }

func (s *syncMap) trie() *hashTrieMap { return (*hashTrieMap)(unsafe.Pointer(s.m)) }
func (s *syncMap) name() string       { return "trie_any_to_any" }
func (s *syncMap) reflexive() bool    { return true }

func (s *syncMap) header() map[string]any {
	return map[string]any{
		"impl": "trie", "headerSize": unsafe.Sizeof(hashTrieMap{}), "indirectNodeSize": unsafe.Sizeof(trieNode{}),
		"entrySize": unsafe.Sizeof(trieEntry{}),
	}
}

func (s *syncMap) prepare(n int) int {
	s.all, s.ids = make([]any, n), make(map[any]uint32, n)
	for id := range s.all {
		s.all[id] = mixedKey(id)
		s.ids[s.all[id]] = uint32(id)
	}
	return n
}

func (s *syncMap) perform(op byte, key int) {
	switch op {
	case opMake:
		s.m = new(sync.Map)
	case opLoadMissing:
		s.m.Load(s.missing)
	case opInsert:
		s.m.Store(s.all[key], nil)
	case opLoadOrStore:
		s.m.LoadOrStore(s.all[key], nil)
	case opDelete:
		s.m.Delete(s.all[key])
	case opClear:
		s.m.Clear()
	default:
		panic("unknown operation")
	}
}

func (s *syncMap) hash(key int) uint64 {
	return uint64(s.trie().keyHash(unsafe.Pointer(&s.all[key]), s.trie().seed))
}

func (s *syncMap) seed() uint64                                    { return uint64(s.trie().seed) }
func (s *syncMap) setSeed(seed uint64)                             { s.trie().seed = uintptr(seed) }
func (s *syncMap) drop()                                           { s.m = nil }
func (s *syncMap) appendState(line []byte, _ uint64, _ int) []byte { return line }
func (s *syncMap) keys() []int                                     { panic("only asked for where there is no clear") }

// due: the root is only there after the second operation.
func (s *syncMap) due(operation, every int) bool { return operation == 2 || operation%every == 0 }

func (s *syncMap) inspect() inspection {
	result := inspection{digest: emptyDigest, shape: emptyDigest}
	live := newLiveHeap()
	live.add(unsafe.Pointer(s.m), unsafe.Sizeof(hashTrieMap{}), true)
	var counts trieCounts
	s.walk(&result.digest, live, &counts, s.trie().root, 0)
	result.live, result.objects = live.bytes, live.objects
	result.setExtra(counts.entries, counts.nodes, counts.overflow)
	return result
}

type trieCounts struct{ entries, nodes, overflow int }

// The kinds of a child in digests.
const (
	entryMark    = 1
	nodeMark     = 2
	overflowMark = 3
)

func (s *syncMap) walk(d *digest, live *liveHeap, counts *trieCounts, node *trieNode, depth uint8) {
	live.add(unsafe.Pointer(node), unsafe.Sizeof(*node), true)
	counts.nodes++
	for p, child := range node.children {
		if child == nil {
			continue
		}
		d.u8(depth)
		d.u8(uint8(p))
		if !child.isEntry {
			d.u8(nodeMark)
			s.walk(d, live, counts, child, depth+1)
			continue
		}
		mark := uint8(entryMark)
		for e := (*trieEntry)(unsafe.Pointer(child)); e != nil; e = e.overflow {
			live.add(unsafe.Pointer(e), unsafe.Sizeof(*e), true)
			d.u8(mark)
			d.u32(idOf(s.ids, e.key))
			counts.entries++
			counts.overflow += truth(mark == overflowMark)
			mark = overflowMark
		}
	}
}
