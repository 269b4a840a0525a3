package org.vigie.signal.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.signal.earlywarning.Moment;
import org.vigie.signal.earlywarning.Vitals;

/** All that the alarm system remembers of one stay. */
public final class StayWatch {
    /** More devices at one bed are not told apart by their clocks. */
    private static final int DEVICES = 16;

    private final String stay;
    private final Vitals vitals;
    private final Map<String, Episode> episodes;
    private final Map<String, Baseline> baselines;
    private final Map<String, ClockOffsets> offsets;
    private Instant clock;

    public StayWatch(String stay) {
        this(stay, new Vitals(), Map.of(), Map.of(), Map.of(), Instant.EPOCH);
    }

    /** As the accessors gave them. */
    public StayWatch(
            String stay,
            Vitals vitals,
            Map<String, Episode> episodes,
            Map<String, Baseline> baselines,
            Map<String, ClockOffsets> offsets,
            Instant clock) {
        this.stay = stay;
        this.vitals = vitals;
        this.episodes = new HashMap<>(episodes);
        this.baselines = new HashMap<>(baselines);
        this.offsets = new HashMap<>(offsets);
        this.clock = clock;
    }

    public String stay() {
        return stay;
    }

    public Vitals vitals() {
        return vitals;
    }

    /** Newest event time of the stay; never goes back. */
    public Instant clock() {
        return clock;
    }

    boolean hasSpoken() {
        return !clock.equals(Instant.EPOCH);
    }

    /** Rules that are pending or open. */
    public Map<String, Episode> episodes() {
        return Map.copyOf(episodes);
    }

    /** What is usual for this patient, by variable. */
    public Map<String, Baseline> baselines() {
        return Map.copyOf(baselines);
    }

    /** How far the clocks at this bed are off, by device. */
    public Map<String, ClockOffsets> offsets() {
        return Map.copyOf(offsets);
    }

    /** Notes how far a message of {@code device} was off; false when it came before. */
    boolean hearClock(String device, Instant received, Duration off) {
        ClockOffsets before = offsets.getOrDefault(device, ClockOffsets.NONE);
        ClockOffsets after = before.then(received, off);
        offsets.put(device, after);
        if (offsets.size() > DEVICES) {
            offsets.entrySet().stream()
                    .min(Comparator.comparing(entry -> entry.getValue().newest().received()))
                    .map(Map.Entry::getKey)
                    .ifPresent(offsets::remove);
        }
        return !after.equals(before);
    }

    /** By how much the clock that is worst is off, of the devices that spoke since {@code since}. */
    Duration clockOff(Instant since) {
        return offsets.values().stream()
                .filter(device -> !device.newest().received().isBefore(since))
                .map(ClockOffsets::persisting)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** Learns the newest value of {@code variable} and gives what is usual. */
    Baseline learn(String variable, double value, Instant at) {
        return baselines.merge(variable, Baseline.of(value, at), (known, fresh) -> known.then(value, at));
    }

    Episode episode(Rule rule) {
        return episodes.getOrDefault(rule.name(), Episode.NORMAL);
    }

    void keep(Rule rule, Episode episode) {
        keep(rule.name(), episode);
    }

    void keep(String rule, Episode episode) {
        if (episode.isNormal()) {
            episodes.remove(rule);
        } else {
            episodes.put(rule, episode);
        }
    }

    /** When {@code moment} was for the stay: nothing was measured after it was received. */
    static Instant when(Moment moment) {
        return moment.at().isAfter(moment.received()) ? moment.received() : moment.at();
    }

    /** A sensor whose clock runs ahead does not carry the stay with it. */
    void advance(Moment moment) {
        Instant at = when(moment);
        clock = at.isAfter(clock) ? at : clock;
    }

    /** Forgets what {@code frame} withdraws and gives the variables whose newest value that was. */
    Set<String> forget(Frame frame) {
        return frame.withdrawn().stream()
                .filter(withdrawn -> vitals.withdraw(withdrawn.variable(), withdrawn.value(), frame.at()))
                .map(Frame.Withdrawn::variable)
                .collect(Collectors.toSet());
    }

    /** Takes in the readings of one instant and gives the variables whose newest value changed. */
    List<String> take(Frame frame, Moment moment) {
        frame.variables().forEach(variable -> vitals.hear(variable, clock));
        return frame.kept().stream()
                .filter(kept -> vitals.take(kept.variable(), kept.value(), moment, kept.place()))
                .map(Frame.Kept::variable)
                .toList();
    }
}
