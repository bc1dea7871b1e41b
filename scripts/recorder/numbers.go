package main

import "strconv"

func appendInts(line []byte, fields ...int) []byte {
	for _, f := range fields {
		line = strconv.AppendInt(append(line, ' '), int64(f), 10)
	}
	return line
}

// appendHex appends 16 digits.
func appendHex(line []byte, v uint64) []byte {
	const digits = "0123456789abcdef"
	line = append(line, ' ')
	for shift := 60; shift >= 0; shift -= 4 {
		line = append(line, digits[v>>uint(shift)&15])
	}
	return line
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}
