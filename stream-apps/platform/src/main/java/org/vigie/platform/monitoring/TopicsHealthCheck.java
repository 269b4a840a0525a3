package org.vigie.platform.monitoring;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;

/**
 * Checks that the topics of an app exist. A ward that was upgraded lacks the topics that are new: Kafka's clients wait for them and name
 * none. A topic that was seen is not looked for again.
 */
public final class TopicsHealthCheck implements HealthCheck {
    private final Set<String> awaited;
    private final TopicListing broker;

    /** @param topics names of those that must exist */
    public TopicsHealthCheck(Set<String> topics, TopicListing broker) {
        this.awaited = new TreeSet<>(topics);
        this.broker = broker;
    }

    /** Lists the topics of a broker. */
    @FunctionalInterface
    public interface TopicListing {
        /** @throws ExecutionException when no broker answers */
        Set<String> names() throws ExecutionException, InterruptedException;
    }

    @Override
    public String name() {
        return "topics";
    }

    @Override
    public synchronized HealthResult check() {
        try {
            if (!awaited.isEmpty()) {
                awaited.removeAll(broker.names());
            }
            return result();
        } catch (ExecutionException | KafkaException e) {
            return new HealthResult(false, "not known: the broker does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new HealthResult(false, "interrupted");
        }
    }

    private HealthResult result() {
        return awaited.isEmpty()
                ? new HealthResult(true, "all exist")
                : new HealthResult(
                        false, "missing: " + String.join(", ", awaited) + "; './vigie topics' creates missing topics");
    }
}
