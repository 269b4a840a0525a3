package org.vigie.platform.topic;

import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Signals that a topic cannot be read now; the message names the topic and the broker. */
public final class TopicUnavailableException extends KafkaException {
    private static final long serialVersionUID = 1;

    TopicUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
