//go:build !go1.21

package main

// Neither clear nor maps.Clone is there: the recorder asks for neither.
const hasClear = false

func clearMap[K comparable, E any](map[K]E) { panic("there is no clear") }
func clearBoxedMap[E any](map[any]E)        { panic("there is no clear") }

func cloneMap[K comparable, E any](map[K]E) map[K]E { panic("there is no maps.Clone") }
func cloneBoxedMap[E any](map[any]E) map[any]E      { panic("there is no maps.Clone") }
