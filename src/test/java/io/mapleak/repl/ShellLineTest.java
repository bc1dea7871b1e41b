package io.mapleak.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class ShellLineTest {
  @Test
  void blanksPartWordsAndQuotesHoldThemTogether() throws ShellException {
    assertThat(ShellLine.parse("  top \"a b\" 'c\"d'e ").words())
        .containsExactly("top", "a b", "c\"de");
  }

  @Test
  void aPatternKeepsItsBackslashesAndBars() throws ShellException {
    ShellLine line = ShellLine.parse("peek main\\.\\(\\*T\\)|other>x");
    assertThat(line.words()).containsExactly("peek", "main\\.\\(\\*T\\)|other>x");
    assertThat(line.target()).isNull();
  }

  @Test
  void outputGoesToAFileOrThroughACommand() throws ShellException {
    assertThat(ShellLine.parse("top >a.txt").target())
        .isEqualTo(new ShellLine.ToFile("a.txt", false));
    assertThat(ShellLine.parse("top > 'a b'").target())
        .isEqualTo(new ShellLine.ToFile("a b", false));
    assertThat(ShellLine.parse("top >>a").target()).isEqualTo(new ShellLine.ToFile("a", true));
    assertThat(ShellLine.parse("top | grep 'a' | head").target())
        .isEqualTo(new ShellLine.ToCommand("grep 'a' | head"));
  }

  @Test
  void commentsAreNotRead() throws ShellException {
    assertThat(ShellLine.parse("# top").words()).isEmpty();
    assertThat(ShellLine.parse("top 5 //: five rows").words()).containsExactly("top", "5");
  }

  @Test
  void whatIsNotFinishedIsTold() {
    assertThatThrownBy(() -> ShellLine.parse("top 'a")).hasMessage("a quote ' is not closed");
    assertThatThrownBy(() -> ShellLine.parse("top >")).hasMessage("a file is missing behind >");
    assertThatThrownBy(() -> ShellLine.parse("top |")).hasMessage("a command is missing behind |");
    assertThatThrownBy(() -> ShellLine.parse("top >a b"))
        .hasMessage("nothing may stand behind the file of >");
  }
}
