package main

import (
	"encoding/json"
	"strconv"
)

type target struct{ a, b int64 }

func number(i int) int64         { return int64(i) }
func text(i int) string          { return "key-" + strconv.Itoa(i) }
func pointer(i int) *target      { return &target{a: int64(i)} }
func boxed(i int) any            { return int64(i) }
func bytes16(i int) (b [16]byte) { copy(b[:], strconv.Itoa(i)); return }
func bytes136(i int) (b [136]byte) {
	copy(b[:], strconv.Itoa(i))
	return
}

var mapTypes = []func(plan, *json.Encoder){
	measureType[int64, int64]("int64", "int64", number, fill[int64, int64]),
	measureType[int64, struct{}]("int64", "struct{}", number, fill[int64, struct{}]),
	measureType[int32, bool]("int32", "bool", func(i int) int32 { return int32(i) }, fill[int32, bool]),
	measureType[string, int64]("string", "int64", text, fill[string, int64]),
	measureType[string, *target]("string", "*int64", text, fill[string, *target]),
	measureType[string, []byte]("string", "[]byte", text, fill[string, []byte]),
	measureType[string, [136]byte]("string", "[136]byte", text, fill[string, [136]byte]),
	measureType[*target, bool]("*int64", "bool", pointer, fill[*target, bool]),
	measureType[any, any]("any", "any", boxed, fillBoxed),
	measureType[[16]byte, [3]int64]("[16]byte", "[3]int64", bytes16, fill[[16]byte, [3]int64]),
	measureType[int64, [128]byte]("int64", "[128]byte", number, fill[int64, [128]byte]),
	measureType[[136]byte, int64]("[136]byte", "int64", bytes136, fill[[136]byte, int64]),
}
