package org.vigie.cluster;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.vigie.platform.config.KafkaConnectionConfig;

/** Waits until every copy of every partition is in sync, so that the next broker may stop. */
record ReplicaCheck(KafkaConnectionConfig kafka) {
    private static final long LOOK_EVERY_MS = 500;

    /** @throws IllegalStateException when a copy is behind after that time */
    void awaitInSync(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        try (Admin admin = Admin.create(kafka.clientSettings(Map.of()))) {
            while (!isInSync(admin)) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("A partition has fewer copies in sync than brokers after "
                            + patience.toSeconds() + " s; the logs of the brokers say why.");
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
            }
        }
    }

    private static boolean isInSync(Admin admin) throws InterruptedException {
        try {
            Collection<String> names = admin.listTopics().names().get();
            return admin.describeTopics(names).allTopicNames().get().values().stream()
                    .allMatch(ReplicaCheck::isInSync);
        } catch (ExecutionException e) {
            // A broker that has just started is not known to all others yet.
            return false;
        }
    }

    /** Returns whether every partition has a leader and every copy is up to date. */
    static boolean isInSync(TopicDescription topic) {
        return topic.partitions().stream()
                .allMatch(partition -> partition.leader() != null
                        && partition.isr().size() == partition.replicas().size());
    }
}
