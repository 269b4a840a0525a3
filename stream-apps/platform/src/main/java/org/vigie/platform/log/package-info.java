/** Limits what libraries log. Not decided here: what Vigie logs itself, and where the log lies. */
@NullMarked
package org.vigie.platform.log;

import org.jspecify.annotations.NullMarked;
