package io.mapleak.source.type;

import io.mapleak.source.syntax.Syntax;

/**
 * A field or method of a type.
 *
 * @param name its name
 * @param type its type
 * @param owner the {@code struct_type} that has the field, or the declaration of the method
 * @param ownerText the type that has it, as people say it
 * @param field whether it is a field
 */
public record Member(String name, Type type, Syntax owner, String ownerText, boolean field) {}
