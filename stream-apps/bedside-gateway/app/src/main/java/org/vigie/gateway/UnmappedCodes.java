package org.vigie.gateway;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.vigie.gateway.codes.Dropped;
import org.vigie.gateway.codes.Reason;
import org.vigie.schemas.UnmappedCode;
import org.vigie.schemas.topic.Topics;

/**
 * The inbox of codes that name no variable. A code is written when it comes first and each time its count has doubled: a monitor
 * that sends one every second must not fill the topic.
 */
final class UnmappedCodes {
    /** A sender that makes up codes must not fill the memory. */
    private static final int MOST = 10_000;

    private static final Set<Reason> COUNTED =
            Set.of(Reason.UNMAPPED_CODE, Reason.CONTRADICTING_CODES, Reason.UNKNOWN_UNIT, Reason.UNKNOWN_BED);

    private final Broker broker;
    private final Topics topics;
    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();

    UnmappedCodes(Broker broker, Topics topics) {
        this.broker = broker;
        this.topics = topics;
    }

    void count(String source, Dropped left, Instant now) {
        boolean counts = COUNTED.contains(left.reason());
        String key = source + "|" + left.code() + "|" + left.unit();
        if (!counts || (this.counts.size() >= MOST && !this.counts.containsKey(key))) {
            return;
        }
        long count =
                this.counts.computeIfAbsent(key, ignored -> new AtomicLong()).incrementAndGet();
        if (Long.bitCount(count) == 1) {
            var unused = broker.send(topics.codesUnmapped(), key, record(source, left, count, now));
        }
    }

    private static UnmappedCode record(String source, Dropped left, long count, Instant now) {
        String[] parts = left.code().split("\\^", -1);
        return UnmappedCode.newBuilder()
                .setSource(source)
                .setSystem(parts.length > 2 ? parts[2] : "")
                .setCode(parts[0])
                .setName(parts.length > 1 ? parts[1] : "")
                .setUnit(left.unit())
                .setCount(count)
                .setLastValue(number(left.value()))
                .setLastAt(now)
                .build();
    }

    /** An example says what is measured; more than five digits may be a record's number or a date of birth. */
    private static Double number(String value) {
        return value.matches("[+-]?[0-9]{1,5}([.,][0-9]{1,6})?") ? Double.valueOf(value.replace(',', '.')) : null;
    }
}
