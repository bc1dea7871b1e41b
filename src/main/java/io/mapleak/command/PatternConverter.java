package io.mapleak.command;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.mapleak.view.TagFilter;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a regular expression of RE2's syntax, which takes linear time on any text. */
final class PatternConverter implements ITypeConverter<Pattern> {
  @Override
  public Pattern convert(String text) {
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  /** Reads the value of tagfocus or tagignore. */
  static final class OfTags implements ITypeConverter<TagFilter> {
    @Override
    public TagFilter convert(String text) {
      try {
        return TagFilter.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
