// Package hints makes maps before loops.
package hints

func ranged(rows []string) map[string]int {
	m := make(map[string]int) // at:ranged
	for i, r := range rows {
		m[r] = i
	}
	return m
}

func counted(n int) map[int]int {
	m := map[int]int{} // at:counted
	for i := 0; i < n; i++ {
		m[i] = i * i
	}
	return m
}

func hinted(rows []string) map[string]int {
	m := make(map[string]int, len(rows))
	for i, r := range rows {
		m[r] = i
	}
	return m
}

func few() map[int]int {
	m := map[int]int{}
	for i := 0; i < 4; i++ {
		m[i] = i
	}
	return m
}

func chosen(rows []string) map[string]int {
	m := map[string]int{}
	for i, r := range rows {
		if len(r) > 3 {
			m[r] = i
		}
	}
	return m
}

func grouped(rows []string) map[int][]string {
	m := map[int][]string{}
	for _, r := range rows {
		m[len(r)] = append(m[len(r)], r)
	}
	return m
}

func looked(rows []string) map[string][]int {
	m := map[string][]int{}
	for i, r := range rows {
		at := m[r]
		at = append(at, i)
		m[r] = at
	}
	return m
}

func received(rows chan string) map[string]bool {
	m := map[string]bool{}
	for r := range rows {
		m[r] = true
	}
	return m
}
