/** Reads the clinical tables that are shipped as CSV beside the rule that uses them. It decides nothing. */
@NullMarked
package org.vigie.signal.table;

import org.jspecify.annotations.NullMarked;
