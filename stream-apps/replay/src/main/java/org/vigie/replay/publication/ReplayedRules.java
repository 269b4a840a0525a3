package org.vigie.replay.publication;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.vigie.records.RuleHistory;
import org.vigie.replay.engine.RecordedRecord;
import org.vigie.replay.namespace.ReplayNamespace;
import org.vigie.schemas.RulePublication;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.signal.alarm.rules.RulesInForce;

/**
 * Holds the alarm rules of a replay, and writes them to its namespace. The page of the replay then shows the limits and the names that were
 * in force. Number 0 stands for the rules of the configuration, or of {@code --rules}.
 *
 * @param first rules that are in force while nothing is published
 * @param published rules that were published for the ward; empty when the replay uses others
 */
public record ReplayedRules(RuleFileText first, List<RulePublication> published) {
    private static final String SHIPPED = "adult-icu";
    private static final String CONFIGURED = "configuration";

    public ReplayedRules {
        published = List.copyOf(published);
    }

    /** Returns the shipped rules. */
    public static ReplayedRules shipped() {
        return new ReplayedRules(RuleFileText.load(SHIPPED), List.of());
    }

    /**
     * Loads rules.
     *
     * @param file rule file or shipped set that is in force while nothing is published; blank for the shipped rules
     * @param published gives the rules that were published beside them
     */
    public static ReplayedRules of(String file, Function<AlarmRuleCatalogue, RuleHistory> published) {
        var first = RuleFileText.load(file.isBlank() ? SHIPPED : file);
        return new ReplayedRules(first, published.apply(first.rules()).all());
    }

    /** Returns the rules by the append time of a record. */
    public RulesInForce inForce() {
        var history = new RuleHistory(first.rules());
        // Rules that this release cannot read leave those before them in force, as in alert-streams.
        published.forEach(publication -> {
            var unused = history.take(publication);
        });
        return history;
    }

    /** Returns the records for the page of the replay. */
    public List<RecordedRecord> records(ReplayNamespace namespace, AvroSerdes serdes) {
        var topic = namespace.topics().rulesPublished();
        var values = serdes.of(topic).serializer();
        return Stream.concat(Stream.of(configured()), published.stream())
                .map(each -> new RecordedRecord(
                        topic.name(),
                        "%06d".formatted(each.getNumber()),
                        values.serialize(topic.name(), each),
                        each.getPublishedAt()))
                .toList();
    }

    private RulePublication configured() {
        return RulePublication.newBuilder()
                .setNumber(0)
                .setVersion(first.rules().version())
                .setRules(first.text())
                .setDigest(first.digest())
                .setAuthor(CONFIGURED)
                .setReason("")
                .setPublishedAt(Instant.EPOCH)
                .setInForceFrom(Instant.EPOCH)
                .build();
    }
}
