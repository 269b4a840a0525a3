package org.vigie.gateway;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What went through since the start, by kind. Never anything of a patient. */
final class GatewayCounters {
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    void add(String kind, long more) {
        counts.computeIfAbsent(kind, ignored -> new LongAdder()).add(more);
    }

    Map<String, Long> all() {
        Map<String, Long> all = new TreeMap<>();
        counts.forEach((kind, count) -> all.put(kind, count.sum()));
        return all;
    }
}
