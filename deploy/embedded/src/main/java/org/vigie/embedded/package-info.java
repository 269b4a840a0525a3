/**
 * A Kafka broker and the schema registry in this JVM, on loopback only, for the ward on one machine and for tests.
 *
 * <p>Decided here: how the broker is set so that it is small, quick to start and back soon after a kill -9. Not decided here: which
 * topics there are; see {@code org.vigie.schemas.topic.Topics}.
 */
package org.vigie.embedded;
