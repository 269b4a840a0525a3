package org.vigie.replay.namespace;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.TopicReader;
import org.vigie.platform.topic.TopicUnavailableException;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.TopicCatalogue;

/**
 * Finds the ward whose past a namespace replays. Its audit trail holds what is done with the records of the replay.
 *
 * @param kafka connection to a ward or a replay
 */
public record WardOfReplay(KafkaConnectionConfig kafka) {
    /** Returns the connection to the ward: this one, or that of the replayed ward. A replay that named none is one of the default ward. */
    public KafkaConnectionConfig connection() {
        return TopicCatalogue.isReplay(kafka.namespace())
                ? kafka.withNamespace(
                        named().orElse(KafkaConnectionConfig.defaults().namespace()))
                : kafka;
    }

    private Optional<String> named() {
        var newest = new AtomicReference<@Nullable String>();
        try (var reader = TopicReader.fromBeginning(
                kafka, new AvroSerdes(kafka.registry()), kafka.topics().replayStatus())) {
            reader.readToEnd(record -> record.readableValue().ifPresent(status -> newest.set(status.getWard())));
        } catch (TopicUnavailableException e) {
            return Optional.empty();
        }
        return Optional.ofNullable(newest.get());
    }
}
