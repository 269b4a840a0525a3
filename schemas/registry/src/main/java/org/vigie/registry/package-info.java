/**
 * Runs a schema registry for the ward on one machine. It serves the part of Confluent's REST API that the genuine client uses. It keeps
 * its entries in the compacted topic {@code _schemas} in Confluent's format, so that the real registry can take the topic over.
 *
 * <p>Decided here: ids, versions, refusals. Not decided here: compatibility, which the client's own checker decides. Only Avro, without
 * references; one registry per cluster.
 */
@NullMarked
package org.vigie.registry;

import org.jspecify.annotations.NullMarked;
