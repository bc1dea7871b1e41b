package io.mapleak.command;

import io.mapleak.gomap.GoVersion;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a Go release as people write it: {@code 1.23}, {@code go1.23} or {@code 1.23.5}. */
final class GoVersionConverter implements ITypeConverter<GoVersion> {
  private static final Pattern RELEASE = Pattern.compile("(?:go)?1\\.(\\d{1,3})(?:[.a-z].*)?");

  @Override
  public GoVersion convert(String text) {
    Matcher matcher = RELEASE.matcher(text);
    if (!matcher.matches()) {
      throw new TypeConversionException("'" + text + "' is no Go release such as 1.23");
    }
    GoVersion version = GoVersion.of(Integer.parseInt(matcher.group(1)));
    if (!version.atLeast(GoVersion.OLDEST) || !GoVersion.NEWEST.atLeast(version)) {
      throw new TypeConversionException(
          "Go "
              + version
              + " is not known: "
              + GoVersion.OLDEST
              + " to "
              + GoVersion.NEWEST
              + " are");
    }
    return version;
  }
}
