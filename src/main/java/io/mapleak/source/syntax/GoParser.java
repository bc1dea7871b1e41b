package io.mapleak.source.syntax;

import java.util.ArrayList;
import java.util.List;
import org.treesitter.TSLanguage;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSSymbolType;
import org.treesitter.TSTree;
import org.treesitter.TSTreeCursor;
import org.treesitter.TreeSitterGo;

/**
 * Reads Go files. Parsing is native and fast; taking nodes over is not, so each declaration is
 * taken over when it is first asked for. Not thread-safe.
 */
public final class GoParser {
  /** Elements of one literal that are taken over: tables of thousands tell nothing more. */
  private static final int MOST_ELEMENTS = 256;

  /** Deeper nests are no code that people write. */
  private static final int MOST_DEPTH = 1000;

  private final TSParser parser;
  private final String[] kinds;
  private final boolean[] named;
  private final String[] fields;

  private GoParser(TSParser parser, TSLanguage language) {
    this.parser = parser;
    kinds = new String[language.symbolCount()];
    named = new boolean[kinds.length];
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = language.symbolName(i);
      named[i] = language.symbolType(i) == TSSymbolType.TSSymbolTypeRegular;
    }
    fields = new String[language.fieldCount() + 1];
    fields[0] = "";
    for (int i = 1; i < fields.length; i++) {
      fields[i] = language.fieldNameForId(i);
    }
  }

  /** Loads the grammar; fails where the platform has none. */
  public static GoParser load() throws NoGrammarException {
    try {
      TSParser parser = new TSParser();
      TSLanguage go = new TreeSitterGo();
      parser.setLanguage(go);
      return new GoParser(parser, go);
    } catch (RuntimeException | LinkageError e) {
      throw new NoGrammarException(e);
    }
  }

  /**
   * Reads a file; what is no Go in it is passed over.
   *
   * @param name how places in the file are told
   */
  public GoFile parse(String name, byte[] bytes) {
    SourceText source = new SourceText(bytes);
    TSTree tree = parser.parseString(null, source.masked());
    List<Declaration> declarations = new ArrayList<>();
    try (TSTreeCursor cursor = new TSTreeCursor(tree.getRootNode())) {
      addDeclarations(source, cursor, declarations, false);
    }
    int code = declarations.isEmpty() ? 0 : declarations.get(0).start();
    return new GoFile(name, !tree.getRootNode().hasError(), source.between(0, code), declarations);
  }

  /** What stands at the top, and the whole declarations in a stretch that is no Go. */
  private void addDeclarations(
      SourceText source, TSTreeCursor cursor, List<Declaration> to, boolean broken) {
    if (!cursor.gotoFirstChild()) {
      return;
    }
    do {
      TSNode node = cursor.currentNode();
      if (!isKnown(node.getSymbol())) {
        if (!broken) {
          addDeclarations(source, cursor, to, true);
        }
      } else if (named[node.getSymbol()]) {
        to.add(
            new Declaration(
                source,
                kinds[node.getSymbol()],
                node.getStartByte(),
                node.getEndByte(),
                () -> take(source, node)));
      }
    } while (cursor.gotoNextSibling());
    cursor.gotoParent();
  }

  /** Stretches that are no Go have a symbol that is not the grammar's. */
  private boolean isKnown(int symbol) {
    return symbol >= 0 && symbol < named.length;
  }

  private Syntax take(SourceText source, TSNode node) {
    Syntax top =
        new Syntax(
            source, kinds[node.getSymbol()], "", node.getStartByte(), node.getEndByte(), null);
    try (TSTreeCursor cursor = new TSTreeCursor(node)) {
      takeChildren(source, cursor, top, 0);
    }
    return top;
  }

  private void takeChildren(SourceText source, TSTreeCursor cursor, Syntax into, int depth) {
    if (depth > MOST_DEPTH || !cursor.gotoFirstChild()) {
      return;
    }
    List<Syntax> children = new ArrayList<>();
    boolean literal = into.is("literal_value");
    do {
      int field = cursor.currentFieldId();
      TSNode node = cursor.currentNode();
      int symbol = node.getSymbol();
      boolean operator = fields[field].equals("operator");
      if (isKnown(symbol) && (named[symbol] || operator) && !kinds[symbol].equals("comment")) {
        Syntax child =
            new Syntax(
                source, kinds[symbol], fields[field], node.getStartByte(), node.getEndByte(), into);
        takeChildren(source, cursor, child, depth + 1);
        children.add(child);
      }
    } while (cursor.gotoNextSibling() && !(literal && children.size() >= MOST_ELEMENTS));
    cursor.gotoParent();
    into.setChildren(children);
  }
}
