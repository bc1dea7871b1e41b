package main

// digest is FNV-1a of 64 bits over little-endian fields without padding.
type digest uint64

const emptyDigest digest = 0xcbf29ce484222325

func (d *digest) u8(v uint8) { *d = (*d ^ digest(v)) * 1099511628211 }

func (d *digest) u16(v uint16) {
	d.u8(uint8(v))
	d.u8(uint8(v >> 8))
}

func (d *digest) u32(v uint32) {
	d.u16(uint16(v))
	d.u16(uint16(v >> 16))
}
