/** Go type syntax: from {@code map[string]*User} as written to what its map needs to know. */
@NullMarked
package io.mapleak.gomap.syntax;

import org.jspecify.annotations.NullMarked;
