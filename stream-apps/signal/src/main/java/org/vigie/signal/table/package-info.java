/**
 * Reads clinical tables that are shipped as CSV files beside the rules that use them, and YAML files with the line of each fault. No rule is
 * decided here.
 */
@NullMarked
package org.vigie.signal.table;

import org.jspecify.annotations.NullMarked;
