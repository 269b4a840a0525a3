package org.vigie.vitals;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.Stores;
import org.vigie.platform.topology.TopologySteps;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Observation;
import org.vigie.schemas.RejectedReading;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.TopicCatalogue;

/**
 * Builds the topology that assigns each raw reading to a stay and decides its verdict.
 * <pre>
 * observations.raw --- identify --- clean --+--- attribute ---&gt; observations.clean
 * stays.current -+--------^                 |        ^
 *                +--------------------------|--------+
 *                                           +--&gt; observations.rejected
 * </pre>
 * <p>The step identify reads the clocks of the devices from the store of the step clean.
 *
 * <p>Both sources have the bed as key and the same number of partitions. One task therefore sees the stays and the readings of a bed in the order of their arrival.
 */
public final class VitalsTopology {
    private final StreamsBuilder builder = new StreamsBuilder();
    private final TopicCatalogue topics;
    private final AvroSerdes serdes;
    private final TopologySteps steps;
    private final CleaningMemoryConfig memory;
    private final CleaningRulesConfig cleaning;

    /** Creates the topology with the cleaning rules of the shipped risk models. */
    public VitalsTopology(TopicCatalogue topics, AvroSerdes serdes, CleaningMemoryConfig memory) {
        this(topics, serdes, memory, CleaningRulesConfig.defaults());
    }

    /** Creates the topology with the cleaning rules of a ward. */
    public VitalsTopology(
            TopicCatalogue topics, AvroSerdes serdes, CleaningMemoryConfig memory, CleaningRulesConfig cleaning) {
        this.topics = topics;
        this.serdes = serdes;
        this.steps = new TopologySteps(builder, serdes);
        this.memory = memory;
        this.cleaning = cleaning;
    }

    public Topology build() {
        var stays = keepStays();
        var judged = clean(identify(steps.read(topics.observationsRaw())));
        steps.send(rejectedIn(judged), topics.observationsRejected());
        steps.send(attribute(keptIn(judged), stays), topics.observationsClean());
        return builder.build();
    }

    /** Builds the same topology without changelogs, for a run whose state need not outlive the process. */
    public Topology buildWithoutChangelogs() {
        steps.withoutChangelogs();
        return build();
    }

    /** Stores the stays without a cache, so that a bed's stay is known before its next reading is processed. */
    private KStream<String, BedStays> keepStays() {
        var topic = topics.staysCurrent();
        return builder.table(
                        topic.name(),
                        Consumed.with(Serdes.String(), serdes.of(topic)).withName(steps.stepName(topic)),
                        Materialized.<String, BedStays>as(Stores.inMemoryKeyValueStore(IdentifyStep.STAYS))
                                .withCachingDisabled())
                .toStream(Named.as("stays-told"));
    }

    private KStream<String, CleanObservation> attribute(
            KStream<String, CleanObservation> kept, KStream<String, BedStays> stays) {
        steps.addStore(AttributeStep.UNATTRIBUTED, Serdes.ByteArray());
        var topic = topics.observationsClean();
        return kept.mapValues(SpecificRecord.class::cast, Named.as("kept-told"))
                .merge(stays.mapValues(SpecificRecord.class::cast, Named.as("beds-told")), Named.as("with-stays"))
                .process(
                        () -> new AttributeStep(topic, serdes.of(topic)),
                        Named.as("attribute"),
                        AttributeStep.UNATTRIBUTED,
                        IdentifyStep.STAYS);
    }

    private KStream<String, IdentifiedObservation> identify(KStream<String, Observation> observations) {
        steps.addStore(CleanStep.MEMORY, new CleaningStateFormat());
        return observations.process(IdentifyStep::new, Named.as("identify"), IdentifyStep.STAYS, CleanStep.MEMORY);
    }

    private KStream<String, JudgedObservation> clean(KStream<String, IdentifiedObservation> identified) {
        return identified.process(() -> new CleanStep(memory, cleaning.rules()), Named.as("clean"), CleanStep.MEMORY);
    }

    private static KStream<String, RejectedReading> rejectedIn(KStream<String, JudgedObservation> judged) {
        return judged.flatMap((bed, readings) -> new VerdictMapper(readings).rejected(), Named.as("rejected"));
    }

    private static KStream<String, CleanObservation> keptIn(KStream<String, JudgedObservation> judged) {
        return judged.flatMap((bed, readings) -> new VerdictMapper(readings).kept(), Named.as("kept"));
    }
}
