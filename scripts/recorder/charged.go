package main

import "sort"

// Slot sizes of small objects, the same in all releases (runtime/sizeclasses.go, from 1.25 internal/runtime/gc).
var sizeClasses = []uintptr{
	8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256, 288, 320, 352, 384, 416, 448, 480,
	512, 576, 640, 704, 768, 896, 1024, 1152, 1280, 1408, 1536, 1792, 2048, 2304, 2688, 3072, 3200, 3456, 4096, 4864, 5376,
	6144, 6528, 6784, 6912, 8192, 9472, 9728, 10240, 10880, 12288, 13568, 14336, 16384, 18432, 19072, 20480, 21760, 24576,
	27264, 28672, 32768,
}

const (
	pageSize     = 8192
	mallocHeader = 8   // before an object with pointers, from Go 1.22 on,
	headerless   = 512 // if it is larger than this
)

// charged is what the heap counts for an object of n bytes.
func charged(n uintptr, pointers bool) uintptr {
	return header(n, pointers) + usable(n, pointers)
}

// usable is charged without the malloc header.
func usable(n uintptr, pointers bool) uintptr {
	if n == 0 {
		return 0
	}
	h := header(n, pointers)
	largest := sizeClasses[len(sizeClasses)-1]
	if minor() >= 22 {
		largest -= mallocHeader
	}
	if n > largest {
		return (n + pageSize - 1) / pageSize * pageSize
	}
	i := sort.Search(len(sizeClasses), func(i int) bool { return sizeClasses[i] >= n+h })
	return sizeClasses[i] - h
}

func header(n uintptr, pointers bool) uintptr {
	if minor() >= 22 && pointers && n > headerless && n <= sizeClasses[len(sizeClasses)-1]-mallocHeader {
		return mallocHeader
	}
	return 0
}
