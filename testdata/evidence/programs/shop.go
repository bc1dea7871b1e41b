// Command shop keeps a session for each id and a goroutine that waits behind it; it writes the
// goroutine profiles in all forms and an execution trace.
package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/pprof"
	"runtime/trace"
	"time"
)

type session struct {
	id    int
	done  chan struct{}
	state [512]byte
}

type store struct {
	sessions map[int]*session
}

func (s *store) open(id int) {
	e := &session{id: id, done: make(chan struct{})}
	s.sessions[id] = e
	go e.watch()
}

func (e *session) watch() {
	<-e.done
}

func write(name string, debugLevel int, profile string) {
	p := pprof.Lookup(profile)
	if p == nil {
		return
	}
	f, err := os.Create(name)
	if err != nil {
		panic(err)
	}
	defer f.Close()
	if err := p.WriteTo(f, debugLevel); err != nil {
		panic(err)
	}
}

func main() {
	debug.SetGCPercent(50)
	out := os.Args[1]
	s := &store{sessions: map[int]*session{}}
	f, err := os.Create(out + "/trace.out")
	if err != nil {
		panic(err)
	}
	if err := trace.Start(f); err != nil {
		panic(err)
	}
	for step := 0; step < 6; step++ {
		for i := 0; i < 300; i++ {
			s.open(step*300 + i)
		}
		runtime.GC()
		time.Sleep(60 * time.Millisecond)
		if step%2 == 1 {
			write(fmt.Sprintf("%s/goroutine-%d.pb.gz", out, step), 0, "goroutine")
		}
	}
	trace.Stop()
	f.Close()
	write(out+"/goroutine-debug1.txt", 1, "goroutine")
	// a leaked one, for the profile that proves it
	go func() { <-make(chan int) }()
	time.Sleep(10 * time.Millisecond)
	runtime.GC()
	write(out+"/goroutineleak.pb.gz", 0, "goroutineleak")
	write(out+"/goroutineleak-debug1.txt", 1, "goroutineleak")
	for id := range s.sessions {
		if id >= 5 {
			close(s.sessions[id].done)
			delete(s.sessions, id)
		}
	}
	time.Sleep(20 * time.Millisecond)
	write(out+"/goroutine-debug2.txt", 2, "goroutine")
}
