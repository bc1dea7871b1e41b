package io.mapleak.view;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * Names of functions as a drawing shows them: without the path of the package, without namespaces
 * (internal/graph/graph.go: ShortenFunctionName).
 */
final class ShortName {
  private static final String WORD = "[0-9A-Za-z_]";

  /** {@code path/to/package.Function}: what follows the last slash of the path. */
  private static final Pattern GO = Pattern.compile("^(?:[-." + "0-9A-Za-z_]+/)+([^.]+\\..+)");

  /** {@code module/v2/package} or {@code module/v2.Function}: the version says little. */
  private static final Pattern GO_VERSION =
      Pattern.compile("^(.*?)/v(?:[2-9]|[1-9][0-9]+)([./].*)$");

  /** {@code org.example.Type.method(int)}: type and method. */
  private static final Pattern JAVA =
      Pattern.compile(
          "^(?:[a-z]"
              + WORD
              + "*\\.)*([A-Z][$0-9A-Za-z_]*\\.(?:<init>|[a-z][$0-9A-Za-z_]*(?:\\$[0-9]+)?))"
              + "(?:\\(|$)");

  /** {@code space::Type::method}: type and method. */
  private static final Pattern CPP =
      Pattern.compile(
          "^(?:[A-Za-z_]"
              + WORD
              + "*::)+(_*[A-Z]"
              + WORD
              + "*::~?[A-Za-z_]"
              + WORD
              + "*(?:<.*>)?)");

  private static final String ANONYMOUS = "(anonymous namespace)::";

  private ShortName() {}

  static String of(String name) {
    String left = name.startsWith(ANONYMOUS) ? name.substring(ANONYMOUS.length()) : name;
    Matcher version = GO_VERSION.matcher(left);
    if (version.find()) {
      left = version.group(1) + version.group(2) + left.substring(version.end());
    }
    for (Pattern pattern : new Pattern[] {GO, JAVA, CPP}) {
      Matcher matcher = pattern.matcher(left);
      if (matcher.find()) {
        return matcher.group(1);
      }
    }
    return left;
  }
}
