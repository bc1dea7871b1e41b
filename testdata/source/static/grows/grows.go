// Package grows has maps that are only ever added to, and such that are not.
package grows

import (
	"net/http"
	"reflect"
	"sync"
)

type color int

const (
	red color = iota
	blue
)

var sessions = map[string]int{}

var byType = map[reflect.Type]string{}

var ended = map[string]int{}

var seen sync.Map

var painted = map[color]string{}

type cache struct {
	mu       sync.Mutex
	pages    map[string][]byte
	bodies   map[*http.Request]int
	names    map[string]int
	hooks    map[uint64]func()
	bounded  map[string]int
	swept    map[string]int
	swapped  map[string]int
	handed   map[string]int
	plugins  map[string]func()
	states   map[string]int
	switches map[bool]int
	pools    map[int]*sync.Pool
}

// a parser ends, and its map with it
type parser struct{ names map[string]int }

type hub struct{ rooms map[string]int }

var central = &hub{rooms: map[string]int{}}

func newCache() *cache {
	c := &cache{
		pages:    map[string][]byte{},
		bodies:   map[*http.Request]int{},
		names:    map[string]int{},
		hooks:    map[uint64]func(){},
		bounded:  map[string]int{},
		swept:    map[string]int{},
		swapped:  map[string]int{},
		handed:   map[string]int{},
		plugins:  map[string]func(){},
		states:   map[string]int{},
		switches: map[bool]int{},
		pools:    map[int]*sync.Pool{},
	}
	c.states["fresh"] = 1
	return c
}

func visit(id string, t reflect.Type, c color) {
	sessions[id] = 1 // at:package-variable
	byType[t] = id
	ended[id] = 1
	seen.Store(id, 1) // at:sync-map
	painted[c] = id
	central.enter(id)
}

func (h *hub) enter(id string) {
	h.rooms[id]++ // at:of-package-variable
}

func leave(id string) { delete(ended, id) }

func (c *cache) put(k string, r *http.Request, b []byte, f func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.pages[k] = b              // at:field
	c.bodies[r] = 1             // at:pointer-key
	c.names[string(b)] = 1      // at:byte-key
	c.hooks[uint64(len(b))] = f // at:values
	c.swept[k] = 1
	c.swapped[k] = 1
	c.handed[k] = 1
	c.states["open"]++
	c.switches[len(b) > 0] = 1
	c.pools[len(b)] = &sync.Pool{}
	if len(c.bounded) < 100 {
		c.bounded[k] = 1
	}
}

func (c *cache) sweep(tell func(map[string]int)) {
	clear(c.swept)
	c.swapped = make(map[string]int)
	tell(c.handed)
}

func (c *cache) RegisterPlugin(name string, f func()) { c.plugins[name] = f }

func parse(words []string) *parser {
	p := &parser{names: map[string]int{}}
	for i, w := range words {
		p.add(w, i)
	}
	return p
}

func (p *parser) add(w string, i int) { p.names[w] = i }

func fresh(words []string) *cache {
	c := newCache()
	one := &cache{names: map[string]int{}}
	for _, w := range words {
		one.names[w] = 1
	}
	_, _ = red, blue
	return c
}
