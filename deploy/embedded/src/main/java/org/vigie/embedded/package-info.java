/**
 * Runs a Kafka broker and the schema registry in this JVM, on loopback only, for the ward on one machine and for tests.
 *
 * <p>Decided here: the settings that make the broker small, quick to start and quick to recover after a kill -9. Not decided here: which
 * topics there are; see {@code org.vigie.schemas.topic.TopicCatalogue}.
 */
package org.vigie.embedded;
