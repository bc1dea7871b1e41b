package io.mapleak.source.tree;

import io.mapleak.source.syntax.Declaration;
import io.mapleak.source.syntax.GoFile;
import io.mapleak.source.syntax.Syntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A package of Go source, with its declarations by name. Nothing of a test file is in it. */
public final class GoPackage {
  private static final Pattern HEAD =
      Pattern.compile("func\\s*(?:\\(([^)]*)\\))?\\s*([\\p{L}_][\\p{L}\\p{N}_]*)");

  private static final Pattern RECEIVER =
      Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_]*)\\s*(?:\\[|$)");

  private final String importPath;
  private final List<GoFile> files;
  private final Map<String, Supplier<Entity>> named = new HashMap<>();
  private final Map<String, Supplier<Entity>> functions = new HashMap<>();
  private final Map<GoFile, Map<String, String>> imports = new HashMap<>();
  private String name = "";

  GoPackage(String importPath, List<GoFile> files) {
    this.importPath = importPath;
    this.files = List.copyOf(files);
    for (GoFile file : files) {
      Map<String, String> imported = new LinkedHashMap<>();
      imports.put(file, imported);
      for (Declaration declaration : file.declarations()) {
        index(file, declaration, imported);
      }
    }
  }

  private void index(GoFile file, Declaration declaration, Map<String, String> imported) {
    switch (declaration.kind()) {
      case "package_clause" -> name = declaration.text().substring("package".length()).strip();
      case "function_declaration", "method_declaration" -> {
        Matcher head = HEAD.matcher(declaration.text());
        if (head.lookingAt()) {
          String receiver = receiver(head.group(1));
          functions.putIfAbsent(
              receiver + "." + head.group(2), () -> new Entity(this, file, declaration.syntax()));
        }
      }
      case "import_declaration" ->
          declaration.syntax().all("import_spec").forEach(spec -> addImport(spec, imported));
      case "type_declaration", "var_declaration", "const_declaration" -> {
        for (Syntax spec : specs(declaration.syntax())) {
          for (Syntax of : spec.children("name")) {
            named.putIfAbsent(of.text(), () -> new Entity(this, file, spec));
          }
        }
      }
      default -> {
        // nothing that has a name
      }
    }
  }

  /** Type, variable and constant specs of a group. */
  public static List<Syntax> specs(Syntax declaration) {
    List<Syntax> specs = new ArrayList<>();
    for (Syntax child : declaration.children()) {
      if (child.is("var_spec_list")) {
        specs.addAll(child.children());
      } else {
        specs.add(child);
      }
    }
    return specs;
  }

  private static void addImport(Syntax spec, Map<String, String> imported) {
    Syntax path = spec.child("path");
    if (path != null && path.text().length() > 2) {
      String text = path.text().substring(1, path.text().length() - 1);
      Syntax alias = spec.child("name");
      imported.put(alias == null ? lastElement(text) : alias.text(), text);
    }
  }

  /** The name that a package most probably has. */
  static String lastElement(String path) {
    String[] parts = path.split("/", -1);
    String last = parts[parts.length - 1];
    if (parts.length > 1 && last.matches("v[0-9]+")) {
      last = parts[parts.length - 2];
    }
    String plain = last.replaceFirst("\\.v[0-9]+$", "");
    return plain.substring(plain.lastIndexOf('-') + 1);
  }

  private static String receiver(@Nullable String text) {
    if (text == null) {
      return "";
    }
    Matcher matcher = RECEIVER.matcher(text.strip().replaceFirst(",$", ""));
    return matcher.find() ? matcher.group(1) : "?";
  }

  /** Its import path; empty where no module tells it. */
  public String importPath() {
    return importPath;
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** Its files, in the order of their names. */
  public List<GoFile> files() {
    return files;
  }

  /** What a file imports, by the name that it has there. */
  public Map<String, String> imports(GoFile file) {
    return imports.getOrDefault(file, Map.of());
  }

  /** A type, variable or constant. */
  public @Nullable Entity named(String of) {
    Supplier<Entity> entity = named.get(of);
    return entity == null ? null : entity.get();
  }

  /** A function. */
  public @Nullable Entity function(String of) {
    return method("", of);
  }

  /** A method of a type. */
  public @Nullable Entity method(String receiver, String of) {
    Supplier<Entity> entity = functions.get(receiver + "." + of);
    return entity == null ? null : entity.get();
  }
}
