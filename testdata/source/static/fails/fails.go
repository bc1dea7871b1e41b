// Package fails writes maps that are never made, and without a lock.
package fails

import "sync"

type store struct {
	never  map[string]int
	lazily map[string]int
	given  map[string]int
	tagged map[string]int `json:"tagged"`
	filled map[string]int
}

type pair struct{ a, b map[string]int }

var unmade map[string]int

var made map[string]int

func init() { made = map[string]int{} }

func newStore(m map[string]int) *store {
	s := &store{given: m}
	fill(&s.filled)
	return s
}

func fill(m *map[string]int) { *m = map[string]int{} }

func newPair() pair { return pair{map[string]int{}, nil} }

func (p pair) put(k string) { p.a[k] = 1 }

func (s *store) put(k string) {
	s.never[k] = 1 // at:field
	if s.lazily == nil {
		s.lazily = map[string]int{}
	}
	s.lazily[k] = 1
	s.given[k] = 1
	s.tagged[k] = 1
	s.filled[k] = 1
	unmade[k] = 1 // at:package-variable
	made[k] = 1   // at:made
}

func unlocked(keys []string) map[string]int {
	sizes := map[string]int{}
	var wg sync.WaitGroup
	for _, k := range keys {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sizes[k] = len(k) // at:unlocked
		}()
	}
	wg.Wait()
	return sizes
}

func locked(keys []string) map[string]int {
	sizes := map[string]int{}
	var mu sync.Mutex
	for _, k := range keys {
		go func() {
			mu.Lock()
			defer mu.Unlock()
			sizes[k] = len(k)
		}()
	}
	return sizes
}

func apart(keys []string, done chan map[string]int) {
	for _, k := range keys {
		go func() {
			own := map[string]int{}
			own[k] = 1
			done <- own
		}()
	}
}

func once(keys []string, done chan int) {
	sizes := map[string]int{}
	go func() {
		for _, k := range keys {
			sizes[k] = 1
		}
		done <- len(sizes)
	}()
}
