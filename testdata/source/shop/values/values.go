// Package values keeps values of many kinds.
package values

import "io"

type task func() error

type hub struct {
	tasks   map[int]task
	funcs   map[int]func()
	readers map[int]io.Reader
	errs    map[int]error
	waiting map[int]chan int
	names   map[int]string
	floats  map[int]float64
	pairs   map[int]struct{ a, b int }
	none    map[int]struct{}
	lists   map[int][]int
	inner   map[int]struct{ next *hub }
}

func (h *hub) put() {
	h.tasks[1] = nil                      // at:task
	h.funcs[1] = nil                      // at:func
	h.readers[1] = nil                    // at:reader
	h.errs[1] = nil                       // at:error
	h.waiting[1] = nil                    // at:chan
	h.names[1] = ""                       // at:string
	h.floats[1] = 0                       // at:float
	h.pairs[1] = struct{ a, b int }{1, 2} // at:struct
	h.none[1] = struct{}{}                // at:empty
	h.lists[1] = nil                      // at:slice
	h.inner[1] = struct{ next *hub }{h}   // at:pointers
}
