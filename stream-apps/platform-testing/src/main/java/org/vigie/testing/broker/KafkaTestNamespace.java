package org.vigie.testing.broker;

import org.vigie.embedded.EmbeddedKafka;

/**
 * Names the topics of one test on a broker that it shares with others.
 *
 * @param kafka broker and registry of all tests of the JVM; a test must not close it
 * @param name prefix of the test's topics; no other test of the JVM has it
 */
public record KafkaTestNamespace(EmbeddedKafka kafka, String name) {}
