package main

import "math/rand"

// script is what a workload says: operations on keys, some chosen by chance.
type script struct {
	*rand.Rand
	recording *recording
	target    target
	universe  int // key ids are below it
	next      int

	held  []int       // keys in the map
	place map[int]int // where in held
	order []int       // keys by insertion, also some that have gone
}

func newScript(r *recording, t target, universe int, seed int64) *script {
	return &script{Rand: rand.New(rand.NewSource(seed)), recording: r, target: t, universe: universe, place: map[int]int{}}
}

func (s *script) insert(key int) {
	if _, ok := s.place[key]; !ok {
		s.place[key] = len(s.held)
		s.held = append(s.held, key)
		s.order = append(s.order, key)
	}
	op := byte(opInsert)
	if _, builtin := s.target.(*builtinMap); !builtin && s.Intn(4) == 0 {
		op = opLoadOrStore
	}
	s.recording.perform(op, key)
}

// add inserts so many keys that are new, until the universe is used up.
func (s *script) add(n int) {
	for i := 0; i < n; i++ {
		s.insert(s.next)
		s.next = (s.next + 1) % s.universe
	}
}

func (s *script) remove(key int) {
	if at, ok := s.place[key]; ok {
		last := s.held[len(s.held)-1]
		s.held[at], s.place[last] = last, at
		s.held = s.held[:len(s.held)-1]
		delete(s.place, key)
	}
	s.recording.perform(opDelete, key)
}

// removeSome deletes keys by chance, and returns them.
func (s *script) removeSome(n int) []int {
	var gone []int
	for ; n > 0 && len(s.held) > 0; n-- {
		key := s.any()
		s.remove(key)
		gone = append(gone, key)
	}
	return gone
}

func (s *script) removeOldest() {
	for len(s.order) > 0 {
		key := s.order[0]
		s.order = s.order[1:]
		if _, ok := s.place[key]; ok {
			s.remove(key)
			return
		}
	}
}

// any is a key in the map, which isn't empty.
func (s *script) any() int { return s.held[s.Intn(len(s.held))] }

func (s *script) update() {
	if len(s.held) > 0 {
		s.insert(s.any())
	}
}

func (s *script) forget() {
	s.held, s.order, s.place = nil, nil, map[int]int{}
}

// clear falls back on its idiom where there is none.
func (s *script) clear() {
	if !hasClear {
		s.rangeDelete()
		return
	}
	s.forget()
	s.recording.perform(opClear, noKey)
}

// rangeDelete is written out as a real loop where the compiler leaves it one.
func (s *script) rangeDelete() {
	if _, builtin := s.target.(*builtinMap); !builtin {
		s.clear()
		return
	}
	if s.target.reflexive() {
		s.forget()
		s.recording.perform(opRangeDelete, noKey)
		return
	}
	if len(s.held) > 0 {
		s.rangeStart()
		for _, key := range s.target.keys() {
			s.remove(key)
		}
	}
}

func (s *script) rangeStart() {
	if _, builtin := s.target.(*builtinMap); builtin {
		s.recording.perform(opRange, noKey)
	}
}

// clone leaves the original; where that can't be recorded, nothing happens.
func (s *script) clone() {
	if _, builtin := s.target.(*builtinMap); builtin && canClone() {
		s.recording.perform(opClone, noKey)
	}
}

// canClone: a clone of Go 1.24 depends on the random order of an iteration.
func canClone() bool { return minor() >= 21 && minor() != 24 }
