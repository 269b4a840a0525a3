package org.vigie.platform.progress;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Computes the read horizon from offsets: it follows records from observations.raw until this app has processed them.
 *
 * <p>Each snapshot records the end offsets of the raw partitions. When vitals-streams has committed such an offset, its results are in
 * observations.clean, whose end offsets are recorded in turn. When alert-streams has committed those, everything published before the first
 * snapshot is in the state of the stays.
 *
 * <p>Committed offsets survive a crash and a rebalance. The horizon stays valid too, because an app commits only after its writes are
 * acknowledged.
 */
final class ReadProgress implements ReadHorizon {
    /**
     * Largest number of recorded offsets per partition. While an app stands still no more are recorded, and the horizon is less exact for
     * some time.
     */
    private static final int MOST_MARKS = 3_600;

    private final Map<Integer, Deque<RawOffsetMark>> rawMarks = new HashMap<>();
    private final Map<Integer, Deque<CleanOffsetMark>> cleanMarks = new HashMap<>();
    private final Map<Integer, Map<Integer, Long>> readUpTo = new HashMap<>();

    /**
     * Offsets that one request to the broker returned, by partition. They were read in the order of the parameters.
     *
     * @param at time before the request, in ms since 1970
     * @param rawEnds end offsets of observations.raw
     * @param rawRead offsets of it that vitals-streams has committed; the end for an empty partition
     * @param cleanEnds end offsets of observations.clean
     * @param cleanRead offsets of it that alert-streams has committed; the end for an empty partition
     */
    record OffsetSnapshot(
            long at,
            Map<Integer, Long> rawEnds,
            Map<Integer, Long> rawRead,
            Map<Integer, Long> cleanEnds,
            Map<Integer, Long> cleanRead) {}

    /** States that all records published to a raw partition before {@code at} are before the offset {@code end}. */
    private record RawOffsetMark(long at, long end) {}

    /**
     * States that the results of all records published to a raw partition before {@code at} are before {@code ends}, by clean partition.
     */
    private record CleanOffsetMark(long at, Map<Integer, Long> ends) {}

    synchronized void see(OffsetSnapshot snapshot) {
        snapshot.rawEnds().forEach((raw, end) -> {
            recordMark(snapshot.at(), raw, end);
            moveToClean(raw, snapshot);
            moveToRead(raw, snapshot.cleanRead());
        });
    }

    private void recordMark(long at, int raw, long end) {
        Deque<RawOffsetMark> marks = rawMarks.computeIfAbsent(raw, none -> new ArrayDeque<>());
        if (!marks.isEmpty() && marks.getLast().end() == end) {
            marks.removeLast();
        }
        if (marks.size() < MOST_MARKS) {
            marks.add(new RawOffsetMark(at, end));
        }
    }

    private void moveToClean(int raw, OffsetSnapshot snapshot) {
        Deque<RawOffsetMark> marks = rawMarks.computeIfAbsent(raw, none -> new ArrayDeque<>());
        long read = snapshot.rawRead().getOrDefault(raw, 0L);
        long judged = 0;
        while (!marks.isEmpty() && marks.getFirst().end() <= read) {
            judged = marks.removeFirst().at();
        }
        Deque<CleanOffsetMark> waiting = cleanMarks.computeIfAbsent(raw, none -> new ArrayDeque<>());
        if (judged > 0 && waiting.size() < MOST_MARKS) {
            waiting.add(new CleanOffsetMark(judged, snapshot.cleanEnds()));
        }
    }

    private void moveToRead(int raw, Map<Integer, Long> read) {
        Map<Integer, Long> upTo = readUpTo.computeIfAbsent(raw, none -> new HashMap<>());
        Deque<CleanOffsetMark> waiting = cleanMarks.computeIfAbsent(raw, none -> new ArrayDeque<>());
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

    /** Returns the instant up to which all partitions are processed; 0 when nothing is known. */
    synchronized long all() {
        return readUpTo.values().stream()
                .flatMap(upTo -> upTo.values().stream())
                .mapToLong(Long::longValue)
                .min()
                .orElse(0);
    }
}
