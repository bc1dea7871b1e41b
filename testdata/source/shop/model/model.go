// Package goods has another name than its directory.
package goods

// Width is a length of an array elsewhere.
const Width = 2 << 3

// Key is 24 bytes long.
type Key struct {
	Shop int64
	Code [Width]byte
}

// Item is kept by pointers.
type Item struct {
	Name  string
	Price float64
}

// All is used by other packages.
var All = map[Key]*Item{}

// Add fills it.
func Add(k Key, i *Item) {
	All[k] = i // at:exported-variable
}
