/** Reads JSON; the home of the JSON library's parser. */
@NullMarked
package io.mapleak.json;

import org.jspecify.annotations.NullMarked;
