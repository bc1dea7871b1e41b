package io.mapleak.command;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A size: a number of bytes, or with a unit as Go's GOMEMLIMIT (KiB) or of decimal kind (kB). */
final class BytesConverter implements ITypeConverter<Long> {
  private static final Pattern SIZE =
      Pattern.compile("^(\\d{1,15}(?:\\.\\d{1,6})?) ?([kKMGT]?)(i?)B?$");

  private static final String PREFIXES = "KMGT";

  @Override
  public Long convert(String value) {
    Matcher size = SIZE.matcher(value.strip());
    if (!size.matches() || (size.group(2).isEmpty() && !size.group(3).isEmpty())) {
      throw new TypeConversionException(
          "'" + value + "' is no size: give bytes, or a number with KiB, MiB, GiB, kB, MB or GB");
    }
    int power = PREFIXES.indexOf(size.group(2).toUpperCase(Locale.ROOT)) + 1;
    double unit =
        size.group(2).isEmpty() ? 1 : Math.pow(size.group(3).isEmpty() ? 1000 : 1024, power);
    return Math.round(Double.parseDouble(size.group(1)) * unit);
  }
}
