package io.mapleak.gomap.syntax;

/** A type is used by value of which only the name is known. */
public final class UnknownTypeException extends TypeException {
  private static final long serialVersionUID = 1L;

  private final String name;

  UnknownTypeException(int column, String name) {
    super(column, "the size of " + name + " is not known");
    this.name = name;
  }

  @Override
  TypeException movedBy(int characters) {
    return new UnknownTypeException(column() + characters, name);
  }

  /** Name of the type. */
  public String name() {
    return name;
  }
}
