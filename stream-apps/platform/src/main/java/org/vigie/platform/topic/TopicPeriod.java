package org.vigie.platform.topic;

import java.util.List;
import org.vigie.schemas.topic.Topic;

/** Names the period of a topic that is read. */
public record TopicPeriod(Topic<?> topic, PartitionPeriod period) {
    /** Returns the same period of several topics. */
    public static List<TopicPeriod> of(List<? extends Topic<?>> topics, PartitionPeriod period) {
        return topics.stream().map(topic -> new TopicPeriod(topic, period)).toList();
    }

    /** Returns whether older records than those of the period are in force, so that the topic is read from its beginning. */
    boolean isFromBeginning() {
        return topic.compacted() && !period.repeated();
    }
}
