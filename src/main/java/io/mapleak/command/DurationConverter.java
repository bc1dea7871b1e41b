package io.mapleak.command;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a length of time as Go writes it, e.g. {@code 1h30m}, {@code 500ms}; also days. */
final class DurationConverter implements ITypeConverter<Duration> {
  private static final Pattern WHOLE = Pattern.compile("(?:[0-9]{1,9}(?:ms|us|ns|d|h|m|s))+");
  private static final Pattern PART = Pattern.compile("([0-9]+)(ms|us|ns|d|h|m|s)");

  @Override
  public Duration convert(String text) {
    if (!WHOLE.matcher(text).matches()) {
      throw new TypeConversionException("'" + text + "' is no time as 90s, 15m or 1h30m");
    }
    Duration sum = Duration.ZERO;
    Matcher part = PART.matcher(text);
    while (part.find()) {
      long count = Long.parseLong(part.group(1));
      sum =
          sum.plus(
              switch (part.group(2)) {
                case "d" -> Duration.ofDays(count);
                case "h" -> Duration.ofHours(count);
                case "m" -> Duration.ofMinutes(count);
                case "s" -> Duration.ofSeconds(count);
                case "ms" -> Duration.ofMillis(count);
                case "us" -> Duration.ofNanos(1000 * count);
                default -> Duration.ofNanos(count);
              });
    }
    return sum;
  }
}
