/**
 * Converts records to bytes and back: Avro in the Confluent wire format (a zero byte, the schema id in four bytes, the Avro binary form).
 *
 * <p>Decided here: which records are unreadable and why, and when a schema is registered. Not decided here: what is done with an unreadable
 * record. An unreadable record and an unavailable registry are different errors.
 */
@NullMarked
package org.vigie.schemas.serde;

import org.jspecify.annotations.NullMarked;
