package org.vigie.local;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.vigie.local.TopicProvisioner.TopicsAnswer;

/**
 * Says for the audit trail which topics a command made, and which ones somebody changed by other means.
 *
 * @param config what the topics should be
 * @param answer what was done and found
 */
public record TopicChangeText(TopicsConfig config, TopicsAnswer answer) {
    /** Returns the broker, the topics before, those that were made and those that differ; empty when nothing was made or differs. */
    public Optional<String> text() {
        if (answer.created().isEmpty() && answer.differences().isEmpty()) {
            return Optional.empty();
        }
        int all = answer.created().size() + answer.present().size();
        return Optional.of("topics at %s: before %d of %d%s%s"
                .formatted(
                        config.kafka().bootstrapServers(),
                        answer.present().size(),
                        all,
                        list("made", made()),
                        list("found changed", answer.differences())));
    }

    private Collection<String> made() {
        return config.topics().stream()
                .filter(topic -> answer.created().contains(topic.name()))
                .map(TopicChangeText::settings)
                .toList();
    }

    private static String settings(NewTopic topic) {
        Map<String, String> settings = new TreeMap<>(topic.configs());
        return "%s (%d partitions, %d copies, %s)"
                .formatted(topic.name(), topic.numPartitions(), topic.replicationFactor(), settings);
    }

    private static String list(String word, Collection<?> entries) {
        Stream<String> texts = entries.stream().map(Object::toString);
        return entries.isEmpty() ? "" : "; " + word + ": " + texts.collect(Collectors.joining(", "));
    }
}
