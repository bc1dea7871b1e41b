/** What tests of all packages share: profiles built in a line, and where test data lies. */
@NullMarked
package io.mapleak.testing;

import org.jspecify.annotations.NullMarked;
