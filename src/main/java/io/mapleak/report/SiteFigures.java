package io.mapleak.report;

import io.mapleak.gomap.Implementation;
import io.mapleak.growth.Stage;
import io.mapleak.site.MapSite;
import io.mapleak.unit.Figures;
import io.mapleak.unit.Interval;
import java.util.List;

/** What is known of a map site, in sentences. */
final class SiteFigures {
  /** A range is told when its ends are further apart than this part of the best guess. */
  private static final double WIDE = 0.1;

  private SiteFigures() {}

  /** E.g. {@code 24-byte slots, 181 000 to 184 000 entries in 3 Swiss maps}. */
  static String contents(MapSite site) {
    String slots = site.slotBytes() == null ? "slots of unknown size" : slots(site.slotBytes());
    String entries =
        site.entries() == null
            ? "entries not known"
            : Figures.countRange(site.entries()) + " entries";
    String maps =
        site.instances() == 1
            ? "a " + site.implementation().title()
            : "about "
                + Figures.count((double) site.instances())
                + " "
                + site.implementation().title()
                + "s";
    return slots + ", " + entries + " in " + maps.replace("sync.Maps", "sync.Map values");
  }

  private static String slots(int bytes) {
    return bytes + "-byte slots";
  }

  /** E.g. {@code 8.8 MB of groups + 41.2 MB of keys and values = 72 % of the heap}. */
  static String memory(MapSite site, double heapInuseBytes) {
    StringBuilder text = new StringBuilder();
    text.append(array(site.arrayBytes())).append(" of ").append(arrayName(site.implementation()));
    if (site.oldArrayBytes() > 0) {
      text.append(" + ").append(Figures.bytes(site.oldArrayBytes())).append(" of old buckets");
    }
    if (site.companionBytes() > 0) {
      text.append(" + ").append(Figures.bytes(site.companionBytes())).append(" of keys and values");
    }
    if (heapInuseBytes > 0) {
      double share = Math.min(1, site.retainedBytes() / heapInuseBytes);
      text.append(" = ").append(Figures.percent(share)).append(" of the heap");
    }
    return text.toString();
  }

  private static String array(Interval bytes) {
    boolean wide = bytes.high() - bytes.low() > WIDE * bytes.best();
    return wide ? Figures.bytesRange(bytes) : Figures.bytes(bytes.best());
  }

  private static String arrayName(Implementation implementation) {
    return switch (implementation) {
      case CLASSIC -> "buckets";
      case SWISS -> "groups";
      case SYNC_MAP -> "sync.Map's own memory";
    };
  }

  /** E.g. {@code churn: 12 MB allocated in the series, 1 % of it stayed}; empty for one profile. */
  static String stage(Stage stage) {
    String allocated =
        Figures.bytes(stage.allocatedBytes())
            + " allocated in the series, "
            + Figures.bytes(Math.max(0, stage.stayedBytes()))
            + " of it stayed";
    return switch (stage.kind()) {
      case LONG_LIVED_GROWTH -> "long-lived growth: " + allocated;
      case GROWTH_AND_CHURN -> "growth and churn: " + allocated;
      case CHURN -> "churn: " + allocated;
      case STILL -> "still: next to nothing is allocated";
      case UNKNOWN -> "";
    };
  }

  /** E.g. {@code never less in 9 steps}; empty below two steps. */
  static String course(List<Double> history) {
    int falls = 0;
    for (int i = 1; i < history.size(); i++) {
      falls += history.get(i) < history.get(i - 1) ? 1 : 0;
    }
    int steps = history.size() - 1;
    if (steps < 1) {
      return "";
    }
    String all = steps + (steps == 1 ? " step" : " steps");
    return falls == 0 ? "never less in " + all : "less in " + falls + " of " + all;
  }
}
