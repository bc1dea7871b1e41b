// Package pool stands in a module cache.
package pool

// Limit is 4 bytes long.
type Limit int32

// Pool keeps connections.
type Pool struct{ idle map[Limit]*Pool }

// Put gives one back.
func (p *Pool) Put(l Limit) {
	p.idle[l] = p // at:cached
}
