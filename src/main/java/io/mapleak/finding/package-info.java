/** Plain data: finding, severity, evidence level, fingerprint. */
@NullMarked
package io.mapleak.finding;

import org.jspecify.annotations.NullMarked;
