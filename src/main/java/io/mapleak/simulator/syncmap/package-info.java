/** Both designs of sync.Map: read and dirty map up to Go 1.23, a hash trie since 1.24. */
@NullMarked
package io.mapleak.simulator.syncmap;

import org.jspecify.annotations.NullMarked;
