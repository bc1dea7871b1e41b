package io.mapleak.evidence;

import java.util.OptionalLong;

/**
 * The kernel killed a process for want of memory (mm/oom_kill.c), or Kubernetes says that it did.
 *
 * @param process name of the process, at most 15 characters; empty when not said
 * @param pid its id; empty when not said
 * @param anonymousBytes anonymous resident memory it had, to which the Go heap belongs
 * @param cgroup whether the limit was a container's, not the machine's
 * @param line line of the log
 */
public record OomKill(
    String process, OptionalLong pid, OptionalLong anonymousBytes, boolean cgroup, long line)
    implements Observation {}
