package org.vigie.gateway.codes;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.send.RecordSender;
import org.vigie.schemas.UnmappedCode;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.terminology.DropReason;

/**
 * Publishes codes that name no variable to {@code codes.unmapped}. A code is written the first time and each time its count has doubled,
 * since a monitor can send it every second.
 */
public final class UnmappedCodeInbox {
    /** The largest number of codes that are counted, so that made-up codes cannot fill the memory. */
    private static final int MOST = 10_000;

    private static final Set<DropReason> COUNTED = Set.of(
            DropReason.UNMAPPED_CODE,
            DropReason.CONTRADICTING_CODES,
            DropReason.UNKNOWN_UNIT,
            DropReason.CONTRADICTING_UNIT,
            DropReason.UNKNOWN_BED);

    private final RecordSender recordSender;
    private final TopicCatalogue topics;
    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();

    public UnmappedCodeInbox(RecordSender recordSender, TopicCatalogue topics) {
        this.recordSender = recordSender;
        this.topics = topics;
    }

    void count(String source, DroppedElement left, Instant now) {
        boolean counts = COUNTED.contains(left.reason());
        String key = source + "|" + left.code() + "|" + left.unit();
        if (!counts || (this.counts.size() >= MOST && !this.counts.containsKey(key))) {
            return;
        }
        long count =
                this.counts.computeIfAbsent(key, ignored -> new AtomicLong()).incrementAndGet();
        if (Long.bitCount(count) == 1) {
            var unused = recordSender.send(topics.codesUnmapped(), key, record(source, left, count, now));
        }
    }

    private static UnmappedCode record(String source, DroppedElement left, long count, Instant now) {
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

    /** Returns a number as an example of the code. More than five digits may be a record number or a date of birth. */
    private static Double number(String value) {
        return value.matches("[+-]?[0-9]{1,5}([.,][0-9]{1,6})?") ? Double.valueOf(value.replace(',', '.')) : null;
    }
}
