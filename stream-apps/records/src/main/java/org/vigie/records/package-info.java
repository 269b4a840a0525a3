/**
 * The one mapping between the Avro records of the topics and the values of the rules.
 *
 * <p>Decided here: which constant of a record's enum stands for which constant of a rule's enum. Not decided here: what a record
 * holds ({@code org.vigie.schemas}) and what a rule does with a value ({@code org.vigie.signal}).
 */
@NullMarked
package org.vigie.records;

import org.jspecify.annotations.NullMarked;
