package org.vigie.gateway.codes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.vigie.gateway.send.GatewayRecordSender;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.TopicReader;
import org.vigie.schemas.CodeMapping;
import org.vigie.schemas.LeftOutReadings;
import org.vigie.schemas.UnmappedCode;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.terminology.LocalCodeMapping;

/** Reads and writes the topics of {@code ./vigie codes}: what was left out, unmapped codes and their mappings. */
public record CodeTopics(KafkaConnectionConfig kafka) {
    private static final Duration DELIVERY = Duration.ofSeconds(10);

    /** Returns a table, or one JSON line for each entry. */
    public List<String> inbox(String sender, String reason, boolean json) {
        List<LeftOutReadings> entries = LeftOutInbox.entries(kafka, sender, reason);
        return json ? entries.stream().map(LeftOutReadings::toString).toList() : LeftOutInbox.table(entries);
    }

    /** Returns one JSON line for each code, by key. */
    List<String> unmapped() {
        var serdes = new AvroSerdes(kafka.registry());
        try (var reader =
                TopicReader.fromBeginning(kafka, serdes, kafka.topics().codesUnmapped())) {
            return reader.readNewest().values().stream()
                    .map(UnmappedCode::toString)
                    .toList();
        }
    }

    /**
     * Publishes a mapping.
     *
     * @throws IllegalArgumentException when there is no such variable
     */
    public void map(LocalCodeMapping mapping) {
        String variable = VariableCatalogue.standard().get(mapping.variable()).name();
        var record = new CodeMapping(mapping.sender(), mapping.code(), mapping.name(), variable, Instant.now());
        String key = String.join("|", mapping.sender(), mapping.code(), mapping.name());
        try (var recordSender = new GatewayRecordSender(kafka, new AvroSerdes(kafka.registry()), DELIVERY)) {
            recordSender.send(kafka.topics().codesMapped(), key, record).join();
        }
    }
}
