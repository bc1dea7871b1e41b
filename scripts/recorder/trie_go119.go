//go:build !go1.24

package main

// A sync.Map of these releases is two maps of the language.
func trieTargets() []target { return nil }
