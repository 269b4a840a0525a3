package org.vigie.replay.compare;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.vigie.schemas.topic.Topic;

/**
 * Says how the records of one topic are compared.
 *
 * @param kind name in the answer: verdicts, windows, scores, alerts or triage
 * @param topic topic of the replay's namespace
 * @param stay stay, or the bed of a reading without one
 * @param key identifies a record within its topic, in the ward and in the replay
 * @param time which hour it belongs to
 * @param compared false for records that depend on when the wall clock ticked
 * @param difference returns the first difference of two records with one key
 */
record ComparedStream<V extends SpecificRecord>(
        String kind,
        Topic<V> topic,
        Function<V, String> stay,
        Function<V, String> key,
        Function<V, Instant> time,
        Predicate<V> compared,
        BiFunction<V, V, Optional<String>> difference) {}
