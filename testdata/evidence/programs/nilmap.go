// Command nilmap writes to a map that was never made.
package main

type registry struct {
	byName map[string]int
}

func (r *registry) add(name string) {
	r.byName[name]++
}

func main() {
	r := &registry{}
	r.add("first")
}
