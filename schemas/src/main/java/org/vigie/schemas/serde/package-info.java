/**
 * How records become bytes: Avro in the Confluent wire format (a zero byte, the schema's id in four bytes, the Avro binary form).
 *
 * <p>Decided here: what counts as unreadable, and why; when a schema is registered. Not decided here: what is done with an unreadable
 * record. A record that cannot be read is told apart from a world in which nothing can be read.
 */
@NullMarked
package org.vigie.schemas.serde;

import org.jspecify.annotations.NullMarked;
