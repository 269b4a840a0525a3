package org.vigie.gateway.backfill;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.gateway.codes.LiveCodeMap.IntegratorMapping;
import org.vigie.gateway.intake.ContentDigest;
import org.vigie.schemas.BackfillProgress;
import org.vigie.schemas.Sealed;
import org.vigie.terminology.CodeMap;

/**
 * Runs one mapping through the sealed messages.
 *
 * @param before the code map without the mapping
 * @param after the code map with it
 * @param until messages that were sealed later know the mapping
 * @param positions the next offset of each partition; updated as the run advances
 */
record BackfillRun(
        IntegratorMapping mapped, CodeMap before, CodeMap after, Instant until, Map<String, Long> positions) {
    private static final int MAPPING_DIGITS = 8;

    BackfillProgress progress(boolean done) {
        return new BackfillProgress(mapped.mapping().variable(), mapped.at(), until, done, Map.copyOf(positions));
    }

    Map<Integer, Long> offsets() {
        return positions.entrySet().stream()
                .collect(Collectors.toMap(position -> Integer.valueOf(position.getKey()), Map.Entry::getValue));
    }

    /** Returns the message id. It contains the mapping, since another mapping can add other readings of the same message. */
    String messageId(Sealed kept) {
        byte[] mapping = mapped.key().getBytes(StandardCharsets.UTF_8);
        return kept.getName() + "-" + ContentDigest.of(mapping).hex().substring(0, MAPPING_DIGITS) + "-mapped";
    }
}
