package io.mapleak.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects the kernel's and Kubernetes' words for a process killed for want of memory. */
final class OomKillLines {
  private static final Pattern KERNEL =
      Pattern.compile(
          "(Memory cgroup out|Out) of memory: Kill(?:ed)? process (\\d{1,10}) \\(([^)]{1,64})\\)"
              + "(?:.{0,200}?anon-rss:(\\d{1,15})kB)?");

  private static final Pattern KUBERNETES =
      Pattern.compile("\\bReason: +OOMKilled\\b|\"reason\": ?\"OOMKilled\"");

  /** 1024 kills: a crash loop of a day. */
  private static final int MOST = 1024;

  private final List<OomKill> kills = new ArrayList<>();

  /** Takes a line; false when it tells of no kill. */
  boolean take(String text, long line) {
    boolean kernel = text.contains("of memory: Kill");
    if (!kernel && !text.contains("OOMKilled")) {
      return false;
    }
    Matcher matcher = (kernel ? KERNEL : KUBERNETES).matcher(text);
    if (!matcher.find()) {
      return false;
    }
    if (kills.size() < MOST) {
      kills.add(kernel ? kernel(matcher, line) : kubernetes(line));
    }
    return true;
  }

  private static OomKill kernel(Matcher m, long line) {
    OptionalLong anonymous =
        m.group(4) == null
            ? OptionalLong.empty()
            : OptionalLong.of(Long.parseLong(m.group(4)) * 1024);
    return new OomKill(
        m.group(3),
        OptionalLong.of(Long.parseLong(m.group(2))),
        anonymous,
        m.group(1).startsWith("Memory cgroup"),
        line);
  }

  private static OomKill kubernetes(long line) {
    return new OomKill("", OptionalLong.empty(), OptionalLong.empty(), true, line);
  }

  List<OomKill> kills() {
    return kills;
  }
}
