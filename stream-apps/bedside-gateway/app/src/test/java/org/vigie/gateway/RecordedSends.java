package org.vigie.gateway;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;
import org.vigie.gateway.send.RecordSender;
import org.vigie.schemas.topic.Topic;

/** Records what is sent, in order. A topic, or one key of it, can be made to fail, and a topic to give no answer. */
public final class RecordedSends implements RecordSender {
    private record Sent(String topic, String key, SpecificRecord value) {}

    /** Holds what a topic without an answer does: it completes {@code asked} with the first record. */
    private record Held(CompletableFuture<Void> asked, CompletableFuture<Void> answer) {}

    private final List<Sent> sent = new ArrayList<>();
    private final Set<String> failing = new HashSet<>();
    private final Map<String, Held> held = new HashMap<>();

    @Override
    public <V extends SpecificRecord> CompletableFuture<Void> send(
            Topic<V> topic, String key, V value, Header... headers) {
        if (failing.contains(topic.name()) || failing.contains(topic.name() + "|" + key)) {
            return CompletableFuture.failedFuture(new IOException("not acknowledged"));
        }
        if (held.containsKey(topic.name())) {
            held.get(topic.name()).asked().complete(null);
            return held.get(topic.name()).answer();
        }
        sent.add(new Sent(topic.name(), key, value));
        return CompletableFuture.completedFuture(null);
    }

    public void fail(Topic<?> topic) {
        failing.add(topic.name());
    }

    public void fail(Topic<?> topic, String key) {
        failing.add(topic.name() + "|" + key);
    }

    /**
     * Answers no record of a topic, and records none, until the answer is completed.
     *
     * @return completes when a record is sent to the topic
     */
    public CompletableFuture<Void> hold(Topic<?> topic, CompletableFuture<Void> answer) {
        CompletableFuture<Void> asked = new CompletableFuture<>();
        held.put(topic.name(), new Held(asked, answer));
        return asked;
    }

    public void recover() {
        failing.clear();
    }

    @SuppressWarnings("unchecked")
    public <V extends SpecificRecord> List<V> values(Topic<V> topic) {
        return sent.stream()
                .filter(one -> one.topic().equals(topic.name()))
                .map(one -> (V) one.value())
                .toList();
    }

    public List<String> keys(Topic<?> topic) {
        return sent.stream()
                .filter(one -> one.topic().equals(topic.name()))
                .map(Sent::key)
                .toList();
    }
}
