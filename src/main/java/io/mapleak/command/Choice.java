package io.mapleak.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** Reads one of some words, in small letters or large; a wrong one is told what there is. */
final class Choice<E extends Enum<E>> implements ITypeConverter<E> {
  private final Class<E> type;

  private Choice(Class<E> type) {
    this.type = type;
  }

  /**
   * Makes all options of a command read so whose type is an enum without a converter of its own.
   */
  static void register(CommandLine command) {
    for (OptionSpec option : command.getCommandSpec().options()) {
      Class<?> type = option.type();
      if (type.isEnum() && option.converters().length == 0) {
        register(command, type.asSubclass(Enum.class));
      }
    }
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  private static void register(CommandLine command, Class<? extends Enum> type) {
    command.registerConverter((Class) type, new Choice(type));
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
