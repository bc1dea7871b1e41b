// Command httpnil serves one request whose handler writes to a nil map; net/http recovers.
package main

import (
	"io"
	"net/http"
	"net/http/httptest"
)

type visits struct {
	byHost map[string]int
}

func (v *visits) handle(w http.ResponseWriter, r *http.Request) {
	v.byHost[r.Host]++
	io.WriteString(w, "ok")
}

func main() {
	v := &visits{}
	s := httptest.NewServer(http.HandlerFunc(v.handle))
	http.Get(s.URL)
	s.Close()
}
