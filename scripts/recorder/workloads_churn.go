package main

// tombstones deletes a part and inserts as many new keys, again and again.
func tombstones(s *script, n, rounds int) {
	s.add(n - len(s.held))
	for i := 0; i < rounds; i++ {
		gone := s.removeSome(s.Intn(n*2/3+1) + 1)
		s.add(len(gone))
	}
}

func tombs(n int) workload {
	return workload{"tombs-", noHint, 8 * n, n, func(s *script) { tombstones(s, n, 12) }}
}

func ratchet(n int) workload {
	return workload{"ratchet-", noHint, 8 * n, n, func(s *script) {
		for at := 14; at <= n && at <= s.universe; at *= 2 {
			tombstones(s, at, 4)
		}
	}}
}

func waves(n int) workload {
	return workload{"waves-", noHint, 3 * n, n, func(s *script) {
		for i := 0; i < 12; i++ {
			for up := s.Intn(n) + 1; len(s.held) < up && len(s.held) < s.universe; {
				s.insert(s.Intn(s.universe))
			}
			for down := s.Intn(len(s.held) + 1); len(s.held) > down; {
				if s.Intn(2) == 0 {
					s.removeOldest()
				} else {
					s.removeSome(1)
				}
			}
		}
	}}
}

func cloning(n int) workload {
	return workload{"clone-", noHint, 5 * n, n, func(s *script) {
		s.clone()
		for i := 0; i < 12; i++ {
			s.add(s.Intn(n) + 1)
			if s.Intn(3) == 0 {
				s.rangeStart()
			}
			if s.Intn(2) == 0 {
				s.clone()
			}
			s.removeSome(s.Intn(len(s.held) + 1))
			if s.Intn(6) == 0 {
				s.clear()
			}
			s.clone()
			s.add(s.Intn(9))
		}
		s.removeSome(len(s.held))
		s.clone()
	}}
}

func mixed(n int) workload {
	return workload{"mixed-u", noHint, n, n / 2, func(s *script) {
		bias := 2 + s.Intn(6) // inserts of 10
		for i := 0; i < 6*n; i++ {
			if i%(2*n) == n {
				bias = 2 + s.Intn(6)
			}
			switch key := s.Intn(s.universe); {
			case s.Intn(500) == 0:
				s.rangeStart()
			case s.Intn(10) < bias:
				s.insert(key)
			default:
				s.remove(key)
			}
		}
	}}
}

// medley joins pieces of all the others by chance, after a make with any hint.
func medley(n int) workload {
	hint := noHint
	if n%2 == 0 {
		hint = n * 2 / 3
	}
	return workload{"medley-", hint, 6 * n, n, func(s *script) {
		for i := 0; i < 25; i++ {
			part := s.Intn(n) + 1
			switch s.Intn(9) {
			case 0, 1:
				s.add(part)
			case 2:
				s.removeSome(part)
			case 3:
				for j := 0; j < part && len(s.held) > 0; j++ {
					s.removeOldest()
					s.add(1)
				}
			case 4:
				for j := 0; j < part; j++ {
					s.insert(s.Intn(s.universe))
					s.remove(s.Intn(s.universe))
				}
			case 5:
				for j := 0; j < part; j++ {
					s.update()
				}
			case 6:
				s.rangeStart()
				s.add(s.Intn(3))
			case 7:
				s.clone()
			case 8:
				if s.Intn(3) == 0 {
					s.clear()
				} else {
					s.rangeDelete()
				}
			}
		}
	}}
}
