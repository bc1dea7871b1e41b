package io.mapleak.evidence;

/** What one input says of the process beside its heap profiles. All kinds are immutable. */
public sealed interface Observation
    permits GoroutineSnapshot,
        GcLog,
        TraceHeap,
        Crash,
        OomKill,
        EscapeFacts,
        ReferencePaths,
        ProcessMemory {}
