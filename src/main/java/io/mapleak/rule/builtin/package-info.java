/** The rules, one file each. */
@NullMarked
package io.mapleak.rule.builtin;

import org.jspecify.annotations.NullMarked;
