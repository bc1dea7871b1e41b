package io.mapleak.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads one of some words, in small letters or large; a wrong one is told what there is. */
final class Choice<E extends Enum<E>> implements ITypeConverter<E> {
  private final Class<E> type;

  private Choice(Class<E> type) {
    this.type = type;
  }

  /** Makes options of this type read so, in all commands added before. */
  static <E extends Enum<E>> void register(CommandLine commandLine, Class<E> type) {
    commandLine.registerConverter(type, new Choice<>(type));
  }

  @Override
  public E convert(String text) {
    for (E choice : type.getEnumConstants()) {
      if (choice.name().equalsIgnoreCase(text)) {
        return choice;
      }
    }
    String choices =
        Arrays.stream(type.getEnumConstants())
            .map(choice -> choice.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    throw new TypeConversionException("there is " + choices + ", but not '" + text + "'");
  }
}
