package org.vigie.platform.topic;

import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.KafkaException;
import org.vigie.platform.config.KafkaConnectionConfig;

/**
 * Explains why a client of Kafka could not be opened: which key of the configuration does not fit, its value, and what was expected. Kafka
 * says of an unknown host only that it failed to create a client.
 *
 * @param problem what Kafka threw; its innermost cause names the setting
 */
record KafkaClientRefusal(KafkaConnectionConfig kafka, KafkaException problem) {
    @Override
    public String toString() {
        String reason = reason();
        if (reason.contains(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)) {
            return "kafka.bootstrapServers: must name brokers as host:port whose hosts this machine knows, was '"
                    + kafka.bootstrapServers() + "' (" + reason + "); --broker names another";
        }
        return "kafka.client or kafka.clientProperties: Kafka takes no such setting for " + kafka.bootstrapServers()
                + ": " + reason;
    }

    private String reason() {
        return Stream.<Throwable>iterate(problem, Objects::nonNull, Throwable::getCause)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .reduce((outer, inner) -> inner)
                .orElseGet(problem::toString);
    }
}
