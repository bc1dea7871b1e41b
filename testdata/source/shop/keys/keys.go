// Package keys makes keys in many ways.
package keys

import (
	"fmt"
	"strings"
)

type page struct{ body [512]byte }

type pages struct {
	byPage map[*page]int
	byChan map[chan int]int
	byName map[string]int
	byAny  map[any]int
}

func (p *pages) pointer(of *page) {
	p.byPage[of] = 1 // at:pointer
}

func (p *pages) channel(c chan int) {
	p.byChan[c] = 1 // at:channel
}

func (p *pages) direct(b []byte) {
	p.byName[string(b)] = 1 // at:direct
}

func (p *pages) named(b []byte) {
	name := string(b[2:])
	p.byName[name] = 1 // at:named
}

func (p *pages) part(b []byte) {
	line := string(b)
	p.byName[line[:4]] = 1 // at:part
}

func (p *pages) trimmed(b []byte) {
	p.byName[strings.TrimSpace(string(b))] = 1 // at:trimmed
}

func (p *pages) fields(b []byte) {
	for _, word := range strings.Fields(string(b)) {
		p.byName[word] = 1 // at:fields
	}
}

func (p *pages) lower(b []byte) {
	p.byName[strings.ToLower(string(b))] = 1 // at:made-anew
}

func (p *pages) printed(b []byte) {
	p.byName[fmt.Sprintf("%s", b)] = 1 // at:printed
}

func (p *pages) rune(r rune) {
	p.byName[string(r)] = 1 // at:rune
}

func text(b []byte) string { return string(b) }

func (p *pages) returned(b []byte) {
	p.byName[text(b)] = 1 // at:returned
}

func (p *pages) add(name string) {
	p.byName[name] = 1 // at:handed
}

func (p *pages) read(b []byte) { p.add(string(b)) }

func (p *pages) any(v any) {
	p.byAny[v] = 1 // at:interface
}

func load() *page {
	return &page{} // at:object
}
