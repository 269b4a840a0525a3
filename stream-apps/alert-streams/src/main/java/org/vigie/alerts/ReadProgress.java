package org.vigie.alerts;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Follows what is appended to observations.raw until it is taken in here. At each look the ends of the raw partitions are noted. When
 * vitals-streams has committed such an end, all that it made of it lies in observations.clean, whose ends are noted in turn. When
 * alert-streams has committed those, everything that was appended before the first look is part of the stays' memories.
 *
 * <p>Committed offsets outlive a crash and a rebalance, and so does what they promise: an app commits after what it wrote is acknowledged.
 */
final class ReadProgress implements ReadHorizon {
    /** While an app stands still no more are noted; then what is promised is coarser for a while. */
    private static final int MANY = 3_600;

    private final Map<Integer, Deque<RawOffsetMark>> unjudged = new HashMap<>();
    private final Map<Integer, Deque<CleanOffsetMark>> untaken = new HashMap<>();
    private final Map<Integer, Map<Integer, Long>> readUpTo = new HashMap<>();

    /**
     * What one look at the broker showed, in this order; by partition.
     *
     * @param at before the look, in ms since 1970
     * @param rawEnds of observations.raw
     * @param rawRead what vitals-streams has committed of it; all of a partition that holds nothing
     * @param cleanEnds of observations.clean
     * @param cleanRead what alert-streams has committed of it; all of a partition that holds nothing
     */
    record OffsetSnapshot(
            long at,
            Map<Integer, Long> rawEnds,
            Map<Integer, Long> rawRead,
            Map<Integer, Long> cleanEnds,
            Map<Integer, Long> cleanRead) {}

    /** What was appended to a raw partition before {@code at} lies before {@code end}. */
    private record RawOffsetMark(long at, long end) {}

    /** What was made of all that was appended to a raw partition before {@code at} lies before {@code ends}, by clean partition. */
    private record CleanOffsetMark(long at, Map<Integer, Long> ends) {}

    synchronized void see(OffsetSnapshot snapshot) {
        snapshot.rawEnds().forEach((raw, end) -> {
            note(snapshot.at(), raw, end);
            judge(raw, snapshot);
            take(raw, snapshot.cleanRead());
        });
    }

    private void note(long at, int raw, long end) {
        Deque<RawOffsetMark> marks = unjudged.computeIfAbsent(raw, none -> new ArrayDeque<>());
        if (!marks.isEmpty() && marks.getLast().end() == end) {
            marks.removeLast();
        }
        if (marks.size() < MANY) {
            marks.add(new RawOffsetMark(at, end));
        }
    }

    private void judge(int raw, OffsetSnapshot snapshot) {
        Deque<RawOffsetMark> marks = unjudged.get(raw);
        long read = snapshot.rawRead().getOrDefault(raw, 0L);
        long judged = 0;
        while (!marks.isEmpty() && marks.getFirst().end() <= read) {
            judged = marks.removeFirst().at();
        }
        Deque<CleanOffsetMark> waiting = untaken.computeIfAbsent(raw, none -> new ArrayDeque<>());
        if (judged > 0 && waiting.size() < MANY) {
            waiting.add(new CleanOffsetMark(judged, snapshot.cleanEnds()));
        }
    }

    private void take(int raw, Map<Integer, Long> read) {
        Map<Integer, Long> upTo = readUpTo.computeIfAbsent(raw, none -> new HashMap<>());
        Deque<CleanOffsetMark> waiting = untaken.get(raw);
        waiting.forEach(mark -> mark.ends().forEach((clean, end) -> {
            if (read.getOrDefault(clean, 0L) >= end) {
                upTo.merge(clean, mark.at(), Math::max);
            }
        }));
        waiting.removeIf(
                mark -> mark.ends().keySet().stream().allMatch(clean -> upTo.getOrDefault(clean, 0L) >= mark.at()));
    }

    @Override
    public synchronized long of(int clean, Set<Integer> raw, long now) {
        return raw.stream()
                .mapToLong(
                        partition -> readUpTo.getOrDefault(partition, Map.of()).getOrDefault(clean, 0L))
                .map(upTo -> Math.min(upTo, now))
                .min()
                .orElse(0);
    }

    /** The instant up to which everything is taken in, whatever its partition; 0 when nothing is known. */
    synchronized long all() {
        return readUpTo.values().stream()
                .flatMap(upTo -> upTo.values().stream())
                .mapToLong(Long::longValue)
                .min()
                .orElse(0);
    }
}
