/**
 * Writes the records of a period as files for analysts.
 *
 * <p>Decided here: which columns a table has, what they mean, and which names are replaced by pseudonyms.
 */
@NullMarked
package org.vigie.replay.export;

import org.jspecify.annotations.NullMarked;
