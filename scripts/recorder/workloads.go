package main

// workload is one run of operations.
type workload struct {
	name     string
	hint     int
	universe int // key ids it would like to have
	entries  int // about how many at a time
	run      func(*script)
}

func grow(n int) workload {
	return workload{"grow-", noHint, n, n, func(s *script) { s.add(n) }}
}

func growDelRegrow(n int) workload {
	return workload{"growdelregrow-", noHint, n + n/2, n, func(s *script) {
		s.add(n)
		var gone []int
		for i := 0; i < n*9/10; i++ {
			gone = append(gone, s.removeSome(1)...)
			if s.Intn(25) == 0 {
				s.update()
			}
		}
		s.add(n / 2)
		s.rangeStart()
		for _, key := range gone[:len(gone)/2] {
			s.insert(key)
		}
	}}
}

func churn(n int) workload {
	return workload{"churn-w", noHint, 6 * n, n, func(s *script) {
		s.add(n)
		for i := 0; i < 5*n; i++ {
			s.removeOldest()
			if s.Intn(4) == 0 {
				s.removeOldest()
				s.add(1)
			}
			s.add(1)
		}
	}}
}

func fillDelRefill(n int) workload {
	return workload{"filldelrefill-", noHint, n + 1, n, func(s *script) {
		for round := 0; round < 3; round++ {
			for key := 0; key < s.universe && key < n; key++ {
				s.insert(key)
			}
			if round == 1 {
				s.rangeStart()
			}
			for _, key := range s.Perm(s.universe) {
				s.remove(key)
			}
		}
	}}
}

func clearing(n int) workload {
	return workload{"clear-", noHint, 4 * n, n, func(s *script) {
		s.clear()
		s.rangeDelete()
		for round := 0; round < 10; round++ {
			s.add(s.Intn(n) + 1)
			if s.Intn(3) == 0 {
				s.rangeStart()
			}
			s.removeSome(s.Intn(len(s.held) + 1))
			if s.Intn(2) == 0 {
				s.clear()
			} else {
				s.rangeDelete()
			}
		}
		s.add(s.Intn(n) + 1)
	}}
}

func hinted(n int) workload {
	return workload{"hint-", n, n*9/8 + 5, n, func(s *script) { s.add(n*9/8 + 4) }}
}

// farHinted has so many buckets that the classic runtime counts overflow buckets by chance.
func farHinted(n int) workload {
	return workload{"hint-", n, 2000, n, func(s *script) { s.add(2000) }}
}

func update8(int) workload {
	return workload{"update", noHint, 14, 8, func(s *script) {
		s.add(8)
		for i := 0; i < 24; i++ {
			s.update()
		}
		s.rangeStart()
		for i := 0; i < 24; i++ {
			switch {
			case len(s.held) < 7 || s.Intn(3) > 0:
				s.insert(s.Intn(s.universe))
			default:
				s.removeSome(1)
			}
		}
	}}
}

func rangeGrow(n int) workload {
	return workload{"rangegrow-", noHint, 2 * n, n, func(s *script) {
		for len(s.held) < n && len(s.held) < s.universe/2 {
			s.add(1)
			if s.Intn(3) == 0 {
				s.removeSome(1)
			}
			if s.Intn(40) == 0 {
				s.rangeStart()
			}
		}
	}}
}
