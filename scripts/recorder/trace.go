package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// trace is a file of the format gomap-trace, version 1.
type trace struct {
	*recording
	measured *measurement
	job      job
	keys     int
}

func (t *trace) write(folder string) error {
	name := "go" + release() + "_" + t.target.name() + "_" + t.job.workload.name + ".trace.gz"
	file, err := os.OpenFile(filepath.Join(folder, name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	zip, err := gzip.NewWriterLevel(file, gzip.BestSpeed)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(zip, 1<<16)
	if err := t.writeLines(out); err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if err := zip.Close(); err != nil {
		return err
	}
	return file.Close()
}

func (t *trace) writeLines(out *bufio.Writer) error {
	header, err := json.Marshal(t.headerLine())
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "%s\n", header)
	written := 0
	for i, c := range t.checkpoints {
		out.Write(t.text[written:c.at])
		written = c.at
		a := t.measured.allocated[i]
		line := appendInts([]byte("#"), c.after)
		line = appendHex(appendHex(line, uint64(c.memory.digest)), uint64(c.memory.shape))
		line = appendInts(line, int(a.bytes), int(a.mallocs), c.memory.live, c.memory.objects)
		line = appendInts(line, c.memory.extra[:c.memory.extras]...)
		out.Write(append(line, '\n'))
	}
	_, err = fmt.Fprintf(out, "E %d %d %d\n", len(t.steps), len(t.checkpoints), t.measured.gcLive)
	return err
}

func (t *trace) headerLine() map[string]any {
	h := t.target.header()
	h["format"], h["version"] = "gomap-trace", 1
	h["go"], h["goMinor"], h["arch"] = release(), minor(), "amd64"
	h["keys"], h["checkpointEvery"] = t.keys, t.job.every
	h["workload"], h["workloadSeed"] = t.job.workload.name, t.job.seed
	return h
}
