/**
 * A schema registry for the ward on one machine: the part of Confluent's REST API that the genuine client calls, over the compacted
 * topic {@code _schemas} in Confluent's own format, so that the real registry can take the topic over.
 *
 * <p>Decided here: ids, versions, what is refused. Not decided here: what is compatible; the client's own checker says so. Only Avro,
 * without references; one registry per cluster.
 */
package org.vigie.registry;
