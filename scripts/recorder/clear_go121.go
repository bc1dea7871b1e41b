//go:build go1.21

package main

import "maps"

const hasClear = true

func clearMap[K comparable, E any](m map[K]E) { clear(m) }
func clearBoxedMap[E any](m map[any]E)        { clear(m) }

func cloneMap[K comparable, E any](m map[K]E) map[K]E { return maps.Clone(m) }
func cloneBoxedMap[E any](m map[any]E) map[any]E      { return maps.Clone(m) }
