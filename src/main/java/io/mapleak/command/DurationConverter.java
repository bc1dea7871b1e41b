package io.mapleak.command;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A length of time in seconds: {@code 90s}, {@code 15min}, {@code 3h}, {@code 2d}, or 1h30m. */
final class DurationConverter implements ITypeConverter<Double> {
  private static final Pattern PART = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)(s|min|m|h|d)");

  private static final Map<String, Integer> SECONDS =
      Map.of("s", 1, "m", 60, "min", 60, "h", 3600, "d", 86_400);

  @Override
  public Double convert(String value) {
    String text = value.strip();
    Matcher part = PART.matcher(text);
    double seconds = 0;
    int end = 0;
    while (end < text.length() && part.find(end) && part.start() == end) {
      seconds += Double.parseDouble(part.group(1)) * SECONDS.getOrDefault(part.group(2), 1);
      end = part.end();
    }
    if (end == 0 || end < text.length() || seconds == 0) {
      throw new TypeConversionException(
          "'" + value + "' is no length of time: give e.g. 90s, 15min, 3h or 2d");
    }
    return seconds;
  }
}
