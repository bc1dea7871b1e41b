package io.mapleak.repl;

import java.util.regex.Pattern;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours a line while it is typed: green for a word that is known, red for one that is not. */
final class WordHighlighter implements Highlighter {
  private static final AttributedStyle KNOWN =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
  private static final AttributedStyle UNKNOWN =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
  private static final AttributedStyle OPTION =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
  private static final AttributedStyle TARGET =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW);

  private final Shell shell;

  WordHighlighter(Shell shell) {
    this.shell = shell;
  }

  @Override
  public AttributedString highlight(LineReader reader, String buffer) {
    AttributedStringBuilder text = new AttributedStringBuilder();
    boolean first = true;
    boolean target = false;
    for (int at = 0; at < buffer.length(); ) {
      int end = at;
      boolean blank = Character.isWhitespace(buffer.charAt(at));
      while (end < buffer.length() && Character.isWhitespace(buffer.charAt(end)) == blank) {
        end++;
      }
      String word = buffer.substring(at, end);
      if (blank) {
        text.append(word);
      } else {
        target |= word.equals("|") || word.startsWith(">");
        text.styled(target ? TARGET : first ? command(word) : argument(word), word);
        first = false;
      }
      at = end;
    }
    return text.toAttributedString();
  }

  private AttributedStyle command(String word) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    boolean known =
        ShellWord.of(word) != null
            || !shell.habits().command(word).isEmpty()
            || shell.settings().isSwitch(name)
            || shell.settings().isName(name)
            || shell.open().sampleTypes().contains(word);
    return known ? KNOWN : UNKNOWN;
  }

  private static AttributedStyle argument(String word) {
    return word.startsWith("-") ? OPTION : AttributedStyle.DEFAULT;
  }

  @Override
  public void setErrorPattern(Pattern errorPattern) {}

  @Override
  public void setErrorIndex(int errorIndex) {}
}
