package io.mapleak.view;

import io.mapleak.profile.ValueType;
import io.mapleak.unit.Measurement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a report prints its values: in one unit, or each in its own, and as parts of a total.
 *
 * @param from unit of the sample type
 * @param to unit wanted
 * @param ratio factor of all values that are shown; parts of the total stay
 * @param total what percentages are of
 */
record Amounts(String from, String to, double ratio, long total) {
  /** From this ratio of total to smallest value on a larger unit is taken: it shows 0.01 of it. */
  private static final long UNIT_RATIO = 100;

  /** Columns of a share without a sign. */
  private static final int SHARE_WIDTH = 6;

  /** Each value in a unit of its own, unless one is asked for. */
  static Amounts each(Selection selection, ReportOptions options) {
    ValueType type = selection.valueType();
    return new Amounts(type.unit(), options.unit(), options.ratio(), selection.total());
  }

  /** All values in the unit that suits the smallest (internal/report/report.go). */
  Amounts inOneUnit(List<Rank> shown) {
    return inOneUnit(shown, true);
  }

  /** The same for whole numbers, of which no unit may make 0. */
  Amounts inWholeUnits(List<Rank> shown) {
    return inOneUnit(shown, false);
  }

  private Amounts inOneUnit(List<Rank> shown, boolean fractions) {
    if (!to.equals(Measurement.MINIMUM) || shown.isEmpty()) {
      return this;
    }
    long least = 0;
    for (Rank row : shown) {
      long value = Math.abs(row.flat() == 0 ? row.cum() : row.flat());
      if (value > 0 && (least == 0 || value < least)) {
        least = value;
      }
    }
    if (least == 0) {
      least = total;
    }
    least = scaled(least);
    long most = scaled(total);
    String unit = Measurement.scale(least, from, Measurement.MINIMUM).unit();
    String largest = Measurement.scale(most, from, Measurement.MINIMUM).unit();
    if (fractions && !unit.equals(largest) && least * UNIT_RATIO < most) {
      unit = Measurement.scale(UNIT_RATIO * least, from, Measurement.MINIMUM).unit();
    }
    return new Amounts(from, unit.isEmpty() ? from : unit, ratio, total);
  }

  /** A value as it is shown, without a unit. */
  long scaled(long value) {
    return ratio > 0 && ratio != 1 ? GoLong.cut(value * ratio) : value;
  }

  /** A value with its unit. */
  String label(long value) {
    return Measurement.label(scaled(value), from, to);
  }

  /** A value with its unit, a dot for 0. */
  String labelOrDot(long value) {
    return value == 0 ? "." : label(value);
  }

  /** A value in the unit as a whole number, not multiplied by the ratio. */
  long whole(long value) {
    return GoLong.cut(Measurement.scale(value, from, to).value());
  }

  /** A value's part of the total, with its sign. */
  String share(long value) {
    return Measurement.signedPercentage(value, total);
  }

  /** A value's part of the total in percent; null of nothing. */
  @Nullable Double percent(long value) {
    return Table.percent(value, total);
  }

  /** Columns of a share in a table: one more where a value is negative. */
  static int shareWidth(boolean anyNegative) {
    return anyNegative ? SHARE_WIDTH + 1 : SHARE_WIDTH;
  }
}
