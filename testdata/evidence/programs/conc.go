// Command conc writes to one map from two goroutines without a lock.
package main

import "sync"

type cache struct {
	entries map[int]int
}

func (c *cache) put(k int) {
	c.entries[k&1023] = k
}

func (c *cache) fill(n int) {
	for i := 0; i < n; i++ {
		c.put(i)
	}
}

func main() {
	c := &cache{entries: map[int]int{}}
	var wg sync.WaitGroup
	for g := 0; g < 4; g++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			c.fill(1 << 24)
		}()
	}
	wg.Wait()
}
