package org.vigie.station.health;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CountedReadings;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.RejectedReading;

/** Counts the readings of each sender: the gateway's own counts beside the verdicts that this station has read. */
public final class SenderCounts {
    /** A sender that makes up names must not fill the memory. */
    private static final int MOST = 500;

    private static final String OTHER = "other";

    private final Map<String, SenderTally> accounts = new TreeMap<>();

    /** Counts the readings of one sender by protocol and by reason. */
    private static final class SenderTally {
        private final Map<String, CountedReadings> byProtocol = new TreeMap<>();
        private final Map<String, Long> reasons = new HashMap<>();
        private long kept;
        private long suspect;
        private long retracted;
        private long rejected;
    }

    public void take(CountedReadings counted) {
        account(counted.getSource()).byProtocol.put(counted.getProtocol(), counted);
    }

    public void take(CleanObservation observation) {
        SenderTally tally = account(observation.getSource());
        observation.getReadings().forEach(reading -> take(tally, reading));
    }

    private static void take(SenderTally tally, JudgedReading reading) {
        switch (reading.getVerdict()) {
            case KEPT -> tally.kept++;
            case SUSPECT -> {
                tally.suspect++;
                tally.reasons.merge(reading.getReason().name(), 1L, Long::sum);
            }
            default -> tally.retracted++;
        }
    }

    public void take(RejectedReading reading) {
        SenderTally tally = account(reading.getSource());
        tally.rejected++;
        tally.reasons.merge(reading.getReason().name(), 1L, Long::sum);
    }

    public List<SenderSnapshot> snapshots() {
        return accounts.entrySet().stream()
                .map(of -> snapshot(of.getKey(), of.getValue()))
                .toList();
    }

    private SenderTally account(String sender) {
        boolean isKnown = accounts.size() < MOST || accounts.containsKey(sender);
        return accounts.computeIfAbsent(isKnown ? sender : OTHER, ignored -> new SenderTally());
    }

    private static SenderSnapshot snapshot(String sender, SenderTally tally) {
        return new SenderSnapshot(
                sender,
                List.copyOf(tally.byProtocol.keySet()),
                tally.byProtocol.values().stream()
                        .map(counted -> counted.getSince().toEpochMilli())
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                sum(tally, CountedReadings::getReadings),
                sum(tally, CountedReadings::getPublished),
                sum(tally, CountedReadings::getLate),
                sum(tally, SenderCounts::leftOut),
                tally.kept,
                tally.suspect,
                tally.retracted,
                tally.rejected,
                reasons(tally));
    }

    private static Long sum(SenderTally tally, ToLongFunction<CountedReadings> count) {
        return tally.byProtocol.isEmpty()
                ? null
                : Long.valueOf(
                        tally.byProtocol.values().stream().mapToLong(count).sum());
    }

    private static long leftOut(CountedReadings counted) {
        return counted.getLeftOut().values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<String, Long> reasons(SenderTally tally) {
        Map<String, Long> all = new HashMap<>(tally.reasons);
        tally.byProtocol
                .values()
                .forEach(counted ->
                        counted.getLeftOut().forEach((reason, count) -> all.merge(reason, count, Long::sum)));
        Map<String, Long> ordered = new LinkedHashMap<>();
        all.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(reason -> ordered.put(reason.getKey(), reason.getValue()));
        return ordered;
    }
}
