/** The immutable columnar profile: sample types, stacks, values, labels, functions, mappings. */
@NullMarked
package io.mapleak.profile;

import org.jspecify.annotations.NullMarked;
