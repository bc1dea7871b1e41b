package io.mapleak.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class BytesConverterTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1610612736, 1610612736",
    "1536MiB, 1610612736",
    "1.5GiB, 1610612736",
    "2 kB, 2000",
    "2KiB, 2048",
    "3M, 3000000",
    "10B, 10",
    "1TiB, 1099511627776"
  })
  void sizes(String text, long bytes) {
    assertThat(new BytesConverter().convert(text)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.5.2GiB", "GiB", "5iB", "12 apples", "1e9"})
  void otherWords(String text) {
    assertThatThrownBy(() -> new BytesConverter().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("is no size");
  }

  @Test
  void aMessageNamesTheUnits() {
    assertThatThrownBy(() -> new BytesConverter().convert("lots"))
        .hasMessageContaining("'lots'")
        .hasMessageContaining("MiB");
  }
}
