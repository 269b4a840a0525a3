/** Reads the clinical tables that are shipped as CSV files beside the rules that use them. No rule is decided here. */
@NullMarked
package org.vigie.signal.table;

import org.jspecify.annotations.NullMarked;
