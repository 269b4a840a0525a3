package org.vigie.schemas.topic;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that a broker lacks. Topics that exist stay as they are. */
public final class TopicCreator {
    private static final long PAUSE_MILLIS = 20;

    private final Admin admin;

    public TopicCreator(Admin admin) {
        this.admin = admin;
    }

    /**
     * Returns when the broker lists every topic. A broker acknowledges a creation before its own metadata hold the topic, and a Streams
     * application that starts in between fails.
     *
     * @return names of the topics that did not exist
     * @throws ExecutionException when the broker refuses a topic
     */
    public List<String> create(Collection<NewTopic> topics) throws ExecutionException, InterruptedException {
        Set<String> present = listed();
        List<NewTopic> missing =
                topics.stream().filter(topic -> !present.contains(topic.name())).toList();
        for (KafkaFuture<Void> creation : admin.createTopics(missing).values().values()) {
            awaitCreated(creation);
        }
        List<String> names = missing.stream().map(NewTopic::name).toList();
        awaitListed(new HashSet<>(names));
        return names;
    }

    /** Accepts that another client created the topic first. */
    private static void awaitCreated(KafkaFuture<Void> creation) throws ExecutionException, InterruptedException {
        try {
            creation.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private void awaitListed(Set<String> names) throws ExecutionException, InterruptedException {
        while (!listed().containsAll(names)) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private Set<String> listed() throws ExecutionException, InterruptedException {
        return admin.listTopics().names().get();
    }
}
