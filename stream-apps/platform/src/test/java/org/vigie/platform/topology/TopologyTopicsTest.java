package org.vigie.platform.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.StreamsBuilder;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.topic.TopicCatalogue;

/** Tests which topics a topology needs. */
class TopologyTopicsTest {
    private static final TopicCatalogue TOPICS = TopicCatalogue.in("ward", 2);

    @Test
    void theTopicsThatAreReadAndWrittenAreNamedAndThoseOfStreamsItselfAreNot() {
        // given
        var builder = new StreamsBuilder();
        builder.stream(TOPICS.observationsRaw().name())
                .repartition()
                .to(TOPICS.observationsClean().name());

        // when
        var found = new TopologyTopics(builder.build(), TOPICS).names();

        // then
        assertThat(found).containsExactly("vigie.ward.observations.clean", "vigie.ward.observations.raw");
    }
}
