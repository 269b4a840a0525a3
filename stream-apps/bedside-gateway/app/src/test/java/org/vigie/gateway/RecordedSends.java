package org.vigie.gateway;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;
import org.vigie.gateway.send.RecordSender;
import org.vigie.schemas.topic.Topic;

/** Records what is sent, in order. A topic, or one key of it, can be made to fail. */
public final class RecordedSends implements RecordSender {
    private record Sent(String topic, String key, SpecificRecord value) {}

    private final List<Sent> sent = new ArrayList<>();
    private final Set<String> failing = new HashSet<>();

    @Override
    public <V extends SpecificRecord> CompletableFuture<Void> send(
            Topic<V> topic, String key, V value, Header... headers) {
        if (failing.contains(topic.name()) || failing.contains(topic.name() + "|" + key)) {
            return CompletableFuture.failedFuture(new IOException("not acknowledged"));
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
