// Command iter iterates over a map while another goroutine writes to it.
package main

type stats struct {
	byPath map[int]int
}

func (s *stats) sum() int {
	total := 0
	for _, n := range s.byPath {
		total += n
	}
	return total
}

func (s *stats) count() {
	for i := 0; ; i++ {
		s.byPath[i&4095]++
	}
}

func main() {
	s := &stats{byPath: map[int]int{}}
	go s.count()
	for {
		s.sum()
	}
}
