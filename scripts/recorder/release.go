package main

import (
	"runtime"
	"strconv"
	"strings"
)

// release is the running one without its prefix: 1.23.5.
func release() string { return strings.TrimPrefix(runtime.Version(), "go") }

// minor is 23 for 1.23.5.
func minor() int {
	n, err := strconv.Atoi(strings.Split(release(), ".")[1])
	if err != nil {
		panic("no release: " + runtime.Version())
	}
	return n
}
