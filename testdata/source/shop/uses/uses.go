// Package uses does to maps all that can be done.
package uses

import "maps"

type store struct {
	grows    map[string]int
	deleted  map[string]int
	cleared  map[string]int
	remade   map[string]int
	bounded  map[string]int
	limited  map[string]int
	planned  map[string]int
	max      int
	counted  map[string]int
	handed   map[string]int
	helped   map[string]int
	locally  map[string]int
	returned map[string]int
	copied   map[string]int
	ranged   map[string]int
	hinted   map[string]int
	zero     map[string]int
	filtered map[string]int
	Open     map[string]int
	parts    [4]map[string]int
}

type other struct{ grows map[string]int }

func newStore(n int) *store {
	s := &store{
		grows:   map[string]int{},
		deleted: make(map[string]int),
		hinted:  make(map[string]int, n),
		zero:    make(map[string]int, 0),
		remade:  map[string]int{},
	}
	s.cleared = make(map[string]int)
	return s
}

func (s *store) put(k string) {
	s.grows[k] = 1    // at:grows
	s.deleted[k] = 1  // at:deleted
	s.cleared[k] = 1  // at:cleared
	s.remade[k] = 1   // at:remade
	s.bounded[k] = 1  // at:bounded
	s.limited[k] = 1  // at:limited
	s.planned[k] = 1  // at:planned
	s.counted[k] = 1  // at:counted
	s.handed[k] = 1   // at:handed
	s.helped[k] = 1   // at:helped
	s.locally[k] = 1  // at:locally
	s.returned[k] = 1 // at:returned
	s.copied[k] = 1   // at:copied
	s.ranged[k] = 1   // at:ranged
	s.hinted[k] = 1   // at:hinted
	s.zero[k] = 1     // at:zero
	s.filtered[k] = 1 // at:filtered
	s.Open[k] = 1     // at:exported
	s.parts[0][k] = 1 // at:parts
}

// another type's field of the same name
func (o *other) drop(k string) { delete(o.grows, k) }

func (s *store) drop(k string) {
	delete(s.deleted, k)
	clear(s.cleared)
	s.remade = map[string]int{}
	if len(s.bounded) > 100 {
		return
	}
	if len(s.limited) >= s.max {
		s.evict()
	}
	var plan []string
	if len(s.planned) > 16 {
		plan = make([]string, 0, len(s.planned))
	}
	println(len(plan))
	if len(s.counted) > 0 {
		println(len(s.counted))
	}
	dropFrom(s.helped, k)
	maps.DeleteFunc(s.filtered, func(string, int) bool { return true })
	for name := range s.ranged {
		delete(s.ranged, name)
	}
	locally := s.locally
	delete(locally, k)
	for _, part := range s.parts {
		delete(part, k)
	}
}

func (s *store) evict() {}

func dropFrom(m map[string]int, k string) { delete(m, k) }

func (s *store) all(tell func(map[string]int)) map[string]int {
	tell(s.handed)
	maps.Copy(s.copied, s.grows)
	return s.returned
}
